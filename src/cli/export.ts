/** `muster export <review>`: everything the record holds about a review, ending in its SHA-256. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { accepted } from './accepted.ts';
import type { Context } from './command-context.ts';
import { CommandStopped, type ExitCode, exitCode } from './exit-code.ts';
import { csvLines } from './export-csv.ts';
import { progressLine } from './progress-line.ts';
import type { Terminal } from './terminal.ts';
import { withOffice } from './with-office.ts';

export type ExportOptions = { readonly review: string; readonly format: 'jsonl' | 'csv'; readonly output?: string };

export function exportReview(context: Context, { review, format, output }: ExportOptions): Promise<ExitCode> {
  const { terminal } = context;
  return withOffice(context, 'export', async (office) => {
    const lines = accepted(await office.exportReview(review));
    const rows = format === 'csv' ? csvLines(lines) : lines;
    // Progress drawn between lines that appear on the same screen would be in the way of both.
    const elsewhere = output !== undefined || !Number.isFinite(terminal.width);
    const written = elsewhere ? shown(terminal, rows) : rows;
    if (output === undefined) for await (const line of written) await terminal.out(line);
    else await toFile(output, written);
    if (output !== undefined) terminal.err(`Written to ${output}.\n`);
    return exitCode.fine;
  });
}

/** Under another name until it is whole, so that nobody takes half a file for the record. */
async function toFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new CommandStopped(exitCode.refused, `${path} cannot be written: ${error.message}.`, { cause: error });
  }
}

/** Often enough to be seen moving, seldom enough to cost nothing. */
const linesBetween = 100;

async function* shown(terminal: Terminal, lines: AsyncIterable<string>): AsyncGenerator<string> {
  const progress = progressLine(terminal, 'Exporting');
  let done = 0;
  try {
    for await (const line of lines) {
      if (done % linesBetween === 0) progress.at(done, 0);
      done += 1;
      yield line;
    }
  } finally {
    progress.end();
  }
}
