/** The configuration for a command, or the end of it with every problem told. */
import type { Config } from '../config/config.ts';
import { type ConfigProblem, configProblemLine } from '../config/config-problem.ts';
import { readVariables, type Variables } from '../config/variables.ts';
import { readConfig } from '../config.ts';
import type { Context } from './command-context.ts';
import { CommandStopped, exitCode } from './exit-code.ts';

export async function configured(context: Context): Promise<Config> {
  const read = await readConfig(context.rooms.env, context.rooms);
  return read.ok ? read.config : stopped(context, read.problems);
}

/** The environment alone: enough to find a running Muster, which has read its program files itself. */
export function variablesOf(context: Context): Variables {
  const { variables, problems } = readVariables(context.rooms.env);
  return variables && problems.length === 0 ? variables : stopped(context, problems);
}

function stopped({ terminal }: Context, problems: readonly ConfigProblem[]): never {
  for (const problem of problems) terminal.err(`${configProblemLine(problem)}\n`);
  const count = problems.length === 1 ? 'One problem was' : `${problems.length} problems were`;
  throw new CommandStopped(exitCode.refused, `${count} found, and nothing was changed.`);
}
