/** `muster preview <program>`: who would be asked what, and when. Changes nothing. */
import { accepted } from './accepted.ts';
import type { Context } from './command-context.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { previewInWords } from './preview-in-words.ts';
import { printJson } from './print-json.ts';
import { withOffice } from './with-office.ts';

export async function preview(
  context: Context,
  { program, json }: { readonly program: string; readonly json: boolean },
): Promise<ExitCode> {
  const { terminal, style } = context;
  const seen = accepted(await withOffice(context, 'preview', (office) => office.preview(program)));
  if (json) await printJson(terminal, seen.prompts);
  else await terminal.out(previewInWords(seen, { width: terminal.width, style }));
  return exitCode.fine;
}
