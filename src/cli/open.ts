/** `muster open <program>`: shows what would happen, asks, and opens a review now. */
import { userInfo } from 'node:os';
import { accepted } from './accepted.ts';
import type { Context } from './command-context.ts';
import { CommandStopped, type ExitCode, exitCode } from './exit-code.ts';
import { previewInWords } from './preview-in-words.ts';
import { printJson } from './print-json.ts';
import { plain } from './style.ts';
import { withOffice } from './with-office.ts';

type Options = { readonly program: string; readonly yes: boolean; readonly as?: string; readonly json: boolean };

export function open(context: Context, { program, yes, as, json }: Options): Promise<ExitCode> {
  const { terminal, style } = context;
  return withOffice(context, 'open', async (office) => {
    const preview = accepted(await office.preview(program, 'now'));
    if (!json) await terminal.out(previewInWords(preview, { width: terminal.width, style }));
    if (!yes && !(await confirmed(context))) throw new CommandStopped(exitCode.refused, 'Nothing was opened.');
    const by = { account: account(), ...(as !== undefined && { key: as }) };
    const opened = accepted(await office.open(program, by));
    if (json) await printJson(terminal, [opened]);
    else await terminal.out(`\n${plain(opened.sentence)}\n`);
    return exitCode.fine;
  });
}

async function confirmed({ terminal }: Context): Promise<boolean> {
  if (terminal.confirm) return terminal.confirm('Open this review now?');
  throw new CommandStopped(exitCode.usage, 'Nobody can be asked here. Say --yes to open the review.');
}

/** For the record: who sat at the terminal. */
function account(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a number without a name.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
