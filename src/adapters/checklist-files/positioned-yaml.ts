/** A YAML (or JSON) file read so that everything in it can be found again by line and column. */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../../flow/ports/problem.ts';
import { issueSentence } from './issue-sentence.ts';

export type Path = readonly PropertyKey[];
export type At = (path: Path) => Pick<Problem, 'file' | 'line' | 'column'>;
export type Parsed<T> = {
  readonly at: At;
  readonly value?: T;
  /** What is left when the values that are wrong are taken out: to look for more that is wrong, and for nothing else. */
  readonly rest?: T;
  readonly problems: readonly Problem[];
};

export function parsePositioned<S extends z.ZodType>(schema: S, file: string, text: string): Parsed<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const at: At = (path) => place(offsetOf(document, path));
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({ ...place(error.pos[0]), message: firstLine(error.message) }));
    return { at, problems };
  }
  const written: unknown = document.toJS();
  const result = schema.safeParse(written);
  if (result.success) return { at, value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) =>
    pathsOf(issue).map((path) => ({ ...at(path), message: issueSentence(issue, path, valueAt(written, path)) })),
  );
  const rest = schema.safeParse(without(written, result.error.issues.flatMap(pathsOf)));
  return { at, problems, ...(rest.success && { rest: rest.data }) };
}

function without(written: unknown, paths: readonly Path[]): unknown {
  const copy = structuredClone(written);
  for (const path of paths) {
    const around = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (key === undefined || typeof around !== 'object' || around === null || Array.isArray(around)) continue;
    Reflect.deleteProperty(around, key);
  }
  return copy;
}

function pathsOf(issue: z.core.$ZodIssue): readonly Path[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce(
    (value: unknown, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

/** Where the key of that path stands, or the nearest thing around it that exists. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = isSeq(node) ? node.items[Number(step)] : undefined;
      if (!isNode(node)) return offset;
      offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}

function firstLine(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return line.endsWith('.') ? line : `${line}.`;
}
