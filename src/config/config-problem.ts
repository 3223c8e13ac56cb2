/** A mistake in what Muster was told. One in the environment has a variable instead of a line. */
import { type Problem, problemLine } from '../flow/ports/problem.ts';

export type ConfigProblem = Problem | { readonly variable: string; readonly message: string };

/** As one line to print. */
export function configProblemLine(problem: ConfigProblem): string {
  return isInFile(problem) ? problemLine(problem) : `${problem.variable}: ${problem.message}`;
}

function isInFile(problem: ConfigProblem): problem is Problem {
  return 'file' in problem;
}
