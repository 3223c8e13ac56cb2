/** `muster verify`: proves an exported file, offline, or every chain in the database. */
import { readFile } from 'node:fs/promises';
import { type Verdict, verifyExport } from '../domain/export/verify-export.ts';
import type { Context } from './command-context.ts';
import { counted } from './counted.ts';
import { CommandStopped, type ExitCode, exitCode } from './exit-code.ts';
import { printJson } from './print-json.ts';
import { progressLine } from './progress-line.ts';
import { plain, type Style } from './style.ts';
import { isCsvExport, verifyCsv } from './verify-csv.ts';
import { withOffice } from './with-office.ts';

type FileOptions = { readonly file: string; readonly head?: string; readonly json: boolean };

export async function verifyFile(context: Context, { file, head, json }: FileOptions): Promise<ExitCode> {
  const { terminal, style } = context;
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new CommandStopped(
      exitCode.usage,
      '--head is the whole hash from the message: 64 digits and letters a to f.',
    );
  }
  const bytes = await bytesOf(file);
  if (isCsvExport(bytes)) return verifiedCsv(context, bytes, { file, json, ...(head !== undefined && { head }) });
  const verdict = verifyExport(bytes, head);
  const ok = verdict.problems.length === 0;
  if (json) await printJson(terminal, [{ id: verdict.header?.review ?? file, ok, ...verdict }]);
  else if (ok) await terminal.out(inWords(verdict, style, head));
  else for (const problem of verdict.problems) terminal.err(`${style.bad('Wrong')}  ${plain(problem)}\n`);
  if (!ok && !json) terminal.err(`${file} does not verify.\n`);
  return ok ? exitCode.fine : exitCode.refused;
}

export function verifyDatabase(context: Context): Promise<ExitCode> {
  const { terminal, style } = context;
  return withOffice(context, 'verify', async (office) => {
    const progress = progressLine(terminal, 'Verifying');
    let wrong = 0;
    let chains = 0;
    for await (const step of office.verifyDatabase()) {
      if ('done' in step) {
        progress.at(step.done, step.of);
        chains = step.done;
      } else {
        progress.end();
        wrong += 1;
        const where = step.stream === undefined ? '' : `${step.stream}, event ${step.version ?? '?'}: `;
        terminal.err(`${style.bad('Wrong')}  ${plain(where + step.wrong)}\n`);
      }
    }
    progress.end();
    if (wrong === 0)
      await terminal.out(`${style.good('Right')}  ${counted(chains, 'chain')} of events: all as they were written.\n`);
    else
      terminal.err(
        `${wrong === 1 ? 'One thing is' : `${wrong} things are`} wrong in ${counted(chains, 'chain')} of events. Do not rely on this record.\n`,
      );
    return wrong === 0 ? exitCode.fine : exitCode.refused;
  });
}

function inWords({ header, counts }: Verdict, style: Style, head: string | undefined): string {
  if (!header) return '';
  const { review, title, scope, period, demo, head: end } = header;
  const compare =
    head === undefined
      ? 'Compare the last hash with the one the closing message or the sign-off showed, or say --head.'
      : 'The hash you gave stands in its chain.';
  return [
    `${style.good('Right')}  ${plain(title)} (${review})${demo ? ', a demo: no evidence of anything' : ''}`,
    `       ${plain(scope)}, ${period.from} to ${period.to}`,
    `       ${counted(counts.events, 'event')}, ${counted(counts.texts, 'text')} and ${counted(counts.deliveries, 'delivery', 'deliveries')}: all as they were written.`,
    `       Event ${end.version} ends the chain: ${end.hash}`,
    `       ${compare}`,
    '',
  ].join('\n');
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandStopped(exitCode.refused, `${file} cannot be read (${cause.code ?? 'unknown error'}).`, { cause });
  });
}

/** That the file is whole is all its own SHA-256 can tell; the events are proved by the other format. */
async function verifiedCsv(
  { terminal, style }: Context,
  bytes: Uint8Array,
  { file, head, json }: FileOptions,
): Promise<ExitCode> {
  if (head !== undefined) {
    throw new CommandStopped(exitCode.usage, `${file} is CSV and carries no chain to hold a hash against. ${useJsonl}`);
  }
  const verdict = verifyCsv(bytes);
  const ok = verdict.problems.length === 0;
  if (json) await printJson(terminal, [{ id: file, ok, ...verdict }]);
  else if (ok)
    await terminal.out(
      `${style.good('Right')}  ${file}: all as it was written, by its SHA-256 ${verdict.hash}\n       CSV carries no chain. ${useJsonl}\n`,
    );
  else for (const problem of verdict.problems) terminal.err(`${style.bad('Wrong')}  ${plain(problem)}\n`);
  if (!ok && !json) terminal.err(`${file} does not verify. A spreadsheet that saves a file changes its bytes.\n`);
  return ok ? exitCode.fine : exitCode.refused;
}

const useJsonl = 'To prove every event, verify an export with --format jsonl.';
