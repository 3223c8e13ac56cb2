/** An answer, or the end of the command with the refusal's sentence. */
import { isRefusal, type Refusal } from '../domain/event.ts';
import { CommandStopped, exitCode } from './exit-code.ts';

export function accepted<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new CommandStopped(exitCode.refused, answer.sentence);
  return answer;
}
