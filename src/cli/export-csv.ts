/** An export as rows for a spreadsheet: every answer, event and delivery, each with its scope and period. */
import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { answerInWords } from '../domain/card/answer-in-words.ts';
import { type Checklist, checklist, promptOf } from '../domain/checklist/checklist.ts';
import { type ExportLine, exportLine, type HeaderLine } from '../domain/export-format.ts';

const columns = [
  'kind',
  'review',
  'scope',
  'period_from',
  'period_to',
  'demo',
  'at',
  'by',
  'name',
  'section',
  'prompt',
  'number',
  'text',
  'severity',
  'owner',
  'state',
  'current',
  'revision',
  'answer',
  'outcome',
  'judged',
  'judged_reason',
  'event',
  'version',
  'detail',
  'hash',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | boolean>>;
/** What earlier lines told that later ones refer to. */
type Known = { readonly names: Map<string, string>; header?: HeaderLine; checklist?: Checklist };

/** From the lines of a JSONL export; the last row holds the SHA-256 of all before it. */
export async function* csvLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const known: Known = { names: new Map() };
  const write = (row: Row) => {
    const written = csv(row);
    hash.update(written);
    return written;
  };
  yield write(Object.fromEntries(columns.map((column) => [column, column])));
  for await (const line of lines) {
    const parsed = exportLine.parse(JSON.parse(line));
    if (parsed.kind === 'export') known.header = parsed;
    if (parsed.kind === 'checklist') known.checklist = checklist.parse(parsed.checklist);
    if (parsed.kind === 'person') known.names.set(parsed.id, parsed.name);
    const row = rowOf(parsed, known);
    if (row && known.header) yield write({ ...about(known.header), ...row });
  }
  yield csv({ kind: 'end', hash: hash.digest('hex') });
}

/** What begins like a formula is marked as text: a spreadsheet would run it. */
function csv(row: Row): string {
  const cells = columns.map((column) => String(row[column] ?? ''));
  return stringify([cells], { escape_formulas: true });
}

function about({ review, scope, period, demo }: HeaderLine): Row {
  return { review, scope, period_from: period.from, period_to: period.to, demo: demo ? 'demo' : 'no' };
}

function rowOf(line: ExportLine, known: Known): Row | undefined {
  switch (line.kind) {
    case 'answer':
      return answerRow(line, known);
    case 'event':
    case 'delivery': {
      const { at, by, type, version, body, hash, stream } = line.link;
      const name = nameOf(line.kind === 'delivery' ? stream.id : by, known.names);
      return { kind: line.kind, at, by, name, event: type, version, detail: body, hash };
    }
    default:
      return undefined;
  }
}

function answerRow(line: Extract<ExportLine, { kind: 'answer' }>, known: Known): Row {
  const { kind, prompt, section, text, severity, owner, state, current, revision, answer, by, at } = line;
  return {
    kind,
    prompt,
    section,
    text,
    severity,
    owner: nameOf(owner, known.names),
    state,
    current,
    revision,
    answer: answer && known.checklist ? inWords(answer, promptOf(known.checklist, prompt)) : '',
    ...(line.number !== undefined && { number: line.number }),
    ...(line.outcome !== undefined && { outcome: line.outcome }),
    ...(by !== undefined && { by, name: nameOf(by, known.names) }),
    ...(at !== undefined && { at }),
    ...(line.judged && { judged: line.judged.outcome, judged_reason: line.judged.reason }),
  };
}

function nameOf(id: string, names: Known['names']): string {
  return names.get(id) ?? (id === 'muster' ? 'Muster' : id);
}

function inWords(...given: Parameters<typeof answerInWords>): string {
  const { label, detail } = answerInWords(...given);
  return [label, ...detail.map((spans) => spans.map(({ text }) => text).join(''))].join('\n');
}
