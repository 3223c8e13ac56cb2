/** Proves an exported review from its own bytes: no database, no network, nothing but this file. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ExportLine, exportLine, type HeaderLine, writeLine } from '../export-format.ts';
import { contentProblems, type Lines } from './content-problems.ts';

export type Verdict = {
  /** Empty when everything holds. */
  readonly problems: readonly string[];
  /** What it claims to be; absent when not even that can be read. */
  readonly header?: HeaderLine;
  readonly counts: { readonly events: number; readonly texts: number; readonly deliveries: number };
};

/** `head` is the hash a closing message or a sign-off showed: somewhere in the chain it must stand. */
export function verifyExport(bytes: Uint8Array, head?: string): Verdict {
  const { lines, problems } = readLines(bytes);
  const of = <K extends ExportLine['kind']>(kind: K) =>
    lines.filter((line): line is Extract<ExportLine, { kind: K }> => line.kind === kind);
  const sorted: Lines = {
    headers: of('export'),
    checklists: of('checklist'),
    events: of('event').map(linkOf),
    texts: of('text'),
    redactions: of('redaction').map(linkOf),
    deliveries: of('delivery').map(linkOf),
    answers: of('answer'),
  };
  const counts = { events: sorted.events.length, texts: sorted.texts.length, deliveries: sorted.deliveries.length };
  const [header] = sorted.headers;
  const found = [...problems, ...sealProblems(bytes), ...contentProblems(sorted), ...headProblems(sorted, head)];
  return { problems: found, counts, ...(header && { header }) };
}

function readLines(bytes: Uint8Array): { lines: readonly ExportLine[]; problems: readonly string[] } {
  const lines: ExportLine[] = [];
  const problems: string[] = [];
  const text = decode(bytes);
  if (text === undefined) return { lines, problems: ['The file is not UTF-8 text.'] };
  for (const [index, written] of text.split('\n').entries()) {
    if (written === '') continue;
    const parsed = exportLine.safeParse(parse(written));
    if (parsed.success) lines.push(parsed.data);
    else problems.push(`Line ${index + 1} is not a line of an export.`);
  }
  if (lines[0]?.kind !== 'export') problems.push('The first line does not say what this is an export of.');
  return { lines, problems };
}

/** The last line is compared byte by byte, so that there is one way only to write it. */
function sealProblems(bytes: Uint8Array): readonly string[] {
  const end = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  const sealed = writeLine({ kind: 'end', sha256: bytesToHex(sha256(bytes.subarray(0, end))) });
  if (decode(bytes.subarray(end)) === sealed) return [];
  return ['The last line is not the SHA-256 of all before: the file was changed or cut off.'];
}

function headProblems({ events }: Lines, head: string | undefined): readonly string[] {
  if (head === undefined || events.some(({ hash }) => hash === head)) return [];
  return [`The hash ${head} is nowhere in the chain: this is not the record that was shown then.`];
}

function linkOf<L>({ link }: { readonly link: L }): L {
  return link;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
