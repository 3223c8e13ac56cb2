/** A CSV export against the SHA-256 in its own last row: that it is as it was written. It carries no chain. */
import { createHash } from 'node:crypto';

export type CsvVerdict = { readonly hash?: string; readonly problems: readonly string[] };

export function isCsvExport(bytes: Uint8Array): boolean {
  // A spreadsheet may have put a byte order mark before it; it is still meant as one, and no longer as written.
  return /^\uFEFF?"?kind"?[,;]/.test(Buffer.from(bytes.subarray(0, 16)).toString('utf8'));
}

export function verifyCsv(bytes: Uint8Array): CsvVerdict {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf('\n', file.length - 2) + 1;
  const named = /^end,+([0-9a-f]{64})\n$/.exec(file.subarray(end).toString('utf8'))?.[1];
  if (named === undefined) return { problems: ['Its last row, which names the SHA-256 of all before it, is missing.'] };
  const hash = createHash('sha256').update(file.subarray(0, end)).digest('hex');
  if (hash === named) return { hash, problems: [] };
  return { hash, problems: ['It is not as it was written: its SHA-256 is another than its last row names.'] };
}
