/** `muster status [program|review]`: where a review stands, and what happens next. */
import { atTheTerminal } from '../domain/at-the-terminal.ts';
import { accepted } from './accepted.ts';
import type { Context } from './command-context.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { placeOfRecord } from './place-of-record.ts';
import { printJson } from './print-json.ts';
import { statusInWords } from './status-in-words.ts';
import { withOffice } from './with-office.ts';

export async function status(
  context: Context,
  { about, json }: { readonly about: string | undefined; readonly json: boolean },
): Promise<ExitCode> {
  const { terminal, style } = context;
  const reports = accepted(await withOffice(context, 'status', (office) => office.status(about)));
  if (json) await printJson(terminal, reports);
  else if (reports.length === 0)
    await terminal.out(
      `No review has been opened yet in ${placeOfRecord(context)}. ${atTheTerminal('preview <program>')} shows the next.\n`,
    );
  else await terminal.out(reports.map((report) => statusInWords(report, { width: terminal.width, style })).join('\n'));
  return exitCode.fine;
}
