/** `muster serve`: runs the server, or says everything that keeps it from running. */
import { configProblemLine } from '../config/config-problem.ts';
import { servingProblems } from '../config/serving-problems.ts';
import type { Context } from './command-context.ts';
import { configured } from './configured.ts';
import { CommandStopped, exitCode } from './exit-code.ts';

export async function serve(context: Context): Promise<number> {
  const config = await configured(context);
  const problems = servingProblems(config);
  for (const problem of problems) context.terminal.err(`${configProblemLine(problem)}\n`);
  if (problems.length > 0) throw new CommandStopped(exitCode.refused, 'Muster was not started.');
  return context.rooms.serve(config);
}
