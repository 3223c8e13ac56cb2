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
import { withOffice } from './with-office.ts';

export type ExportOptions = { readonly review: string; readonly format: 'jsonl' | 'csv'; readonly output?: string };

export function exportReview(context: Context, { review, format, output }: ExportOptions): Promise<ExitCode> {
  const { terminal } = context;
  return withOffice(context, 'export', async (office) => {
    const lines = accepted(await office.exportReview(review));
    const written = shown(context, format === 'csv' ? csvLines(lines) : lines);
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

async function* shown({ terminal }: Context, lines: AsyncIterable<string>): AsyncGenerator<string> {
  const progress = progressLine(terminal, 'Exporting');
  try {
    progress.at(0, 0);
    yield* lines;
  } finally {
    progress.end();
  }
}
