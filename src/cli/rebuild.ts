/** `muster rebuild`: builds what is looked up anew from the events. The record itself is not touched. */
import type { Context } from './command-context.ts';
import { counted } from './counted.ts';
import { CommandStopped, type ExitCode, exitCode } from './exit-code.ts';
import { progressLine } from './progress-line.ts';
import { withOffice } from './with-office.ts';

export function rebuild(context: Context): Promise<ExitCode> {
  const { terminal } = context;
  return withOffice(context, 'rebuild', async (office) => {
    const progress = progressLine(terminal, 'Rebuilding');
    let streams = 0;
    for await (const step of office.rebuild()) {
      if ('wrong' in step) throw new CommandStopped(exitCode.refused, step.wrong);
      streams = step.done;
      progress.at(step.done, step.of);
    }
    progress.end();
    await terminal.out(`What is looked up was built anew from the events of ${counted(streams, 'stream')}.\n`);
    return exitCode.fine;
  });
}
