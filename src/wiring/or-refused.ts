/** What Muster refuses at its start is known and expected: one sentence and the exit code of a refusal. */
import { CommandStopped, exitCode } from '../cli/exit-code.ts';
import { StoreUnavailable } from '../flow/ports/event-store.ts';

export async function orRefused<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (cause) {
    if (cause instanceof StoreUnavailable || !(cause instanceof Error)) throw cause;
    throw new CommandStopped(exitCode.refused, cause.message, { cause });
  }
}
