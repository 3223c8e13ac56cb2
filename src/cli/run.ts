/** The terminal: parses what was typed, runs one command, and says how it ended. */
import { Command, CommanderError } from 'commander';
import { runner } from '../domain/at-the-terminal.ts';
import { StoreUnavailable } from '../flow/ports/event-store.ts';
import type { Context, Run } from './command-context.ts';
import { addChecklistCommands } from './commands-checklist.ts';
import { addRecordCommands } from './commands-record.ts';
import { addReviewCommands } from './commands-review.ts';
import { CommandStopped, type ExitCode, exitCode, exitCodesInHelp } from './exit-code.ts';
import type { Rooms } from './rooms.ts';
import { plain, styleFor } from './style.ts';
import type { Terminal } from './terminal.ts';

export async function run(typed: readonly string[], rooms: Rooms, terminal: Terminal): Promise<number> {
  const context: Context = { rooms, terminal, style: styleFor(terminal) };
  let code: number = exitCode.fine;
  const program = muster(terminal);
  const running: Run = async (command) => {
    code = await command(context);
  };
  addReviewCommands(program, running);
  addRecordCommands(program, running);
  addChecklistCommands(program, running);
  forAll(program, (each) => quiet(each, terminal));
  try {
    await program.parseAsync([...typed], { from: 'user' });
    return code;
  } catch (error) {
    return ended(error, context);
  }
}

function muster(terminal: Terminal): Command {
  // Its name in the help is what one types.
  const program = new Command(runner)
    .description('Recurring security reviews: asks the people who know, on schedule, and keeps proof.')
    .addHelpText('after', exitCodesInHelp)
    .showSuggestionAfterError()
    .helpCommand(false);
  return Number.isFinite(terminal.width) ? program.configureHelp({ helpWidth: terminal.width }) : program;
}

/** Commander writes and exits by itself unless told otherwise. */
function quiet(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => void terminal.out(text),
    writeErr: (text) => terminal.err(text),
    outputError: (text, write) => write(text.replace(/^error: (.)/, (_, first: string) => first.toUpperCase())),
  });
}

function forAll(command: Command, act: (command: Command) => void): void {
  act(command);
  for (const each of command.commands) forAll(each, act);
}

function ended(error: unknown, { terminal, rooms }: Context): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
  // Whoever read us stopped reading, as `head` does: nothing went wrong.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return exitCode.fine;
  const known = error instanceof CommandStopped || error instanceof StoreUnavailable;
  const message = plain(error instanceof Error ? error.message : String(error));
  terminal.err(`${message}\n`);
  if (rooms.env['LOG_LEVEL'] === 'debug' && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
  else if (!known) terminal.err('LOG_LEVEL=debug shows where it happened.\n');
  return error instanceof CommandStopped ? error.code : exitCode.unavailable;
}
