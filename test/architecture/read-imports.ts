/** What a source file imports, types included: they are erased when it runs, and bind all the same. */
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

export type Source = { readonly path: string; readonly imports: readonly string[]; readonly code: string };

/** Imports of files are paths from the root; those of packages are as written. `code` is without comments. */
export function readSource(path: string, text: string): Source {
  const { module, program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const said = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => unquoted(text.slice(start, end))),
    ...importedTypes(program),
  ];
  const imports = said.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
  return { path, imports: [...new Set(imports)], code: without(text, comments) };
}

/** `import('./a.ts').A`, which is no import to the module record. */
function importedTypes(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(importedTypes);
  if (node === null || typeof node !== 'object') return [];
  const source = 'type' in node && node.type === 'TSImportType' && 'source' in node ? stringIn(node.source) : undefined;
  return [...(source === undefined ? [] : [source]), ...Object.values(node).flatMap(importedTypes)];
}

function stringIn(literal: unknown): string | undefined {
  if (typeof literal !== 'object' || literal === null || !('value' in literal)) return undefined;
  return typeof literal.value === 'string' ? literal.value : undefined;
}

/** A dynamic import of something computed is named as it is written, and fits no room. */
function unquoted(written: string): string {
  return /^(['"])(.*)\1$/.exec(written)?.[2] ?? written;
}

function without(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}
