/** A problem of the configuration as one line to print. */
import { type Problem, problemLine } from '../flow/ports/problem.ts';
import type { ConfigProblem } from './config.ts';

export function configProblemLine(problem: ConfigProblem): string {
  return isInFile(problem) ? problemLine(problem) : `${problem.variable}: ${problem.message}`;
}

function isInFile(problem: ConfigProblem): problem is Problem {
  return 'file' in problem;
}
