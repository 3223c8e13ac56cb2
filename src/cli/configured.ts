/** The configuration for a command, or the end of it with every problem told. */
import type { Config } from '../config/config.ts';
import { configProblemLine } from '../config/config-problem.ts';
import { readConfig } from '../config.ts';
import type { Context } from './command-context.ts';
import { CommandStopped, exitCode } from './exit-code.ts';

export async function configured({ rooms, terminal }: Context): Promise<Config> {
  const read = await readConfig(rooms.env, rooms);
  if (read.ok) return read.config;
  for (const problem of read.problems) terminal.err(`${configProblemLine(problem)}\n`);
  const count = read.problems.length === 1 ? 'One problem was' : `${read.problems.length} problems were`;
  throw new CommandStopped(exitCode.refused, `${count} found, and nothing was changed.`);
}
