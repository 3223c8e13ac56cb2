/** Begins again what lost against another transaction. */
import { codeOf } from './store-errors.ts';

/** Deadlocks, and another process that wrote the same version: whoever lost begins again on the newer state. */
const most = 3;
// The last one is what became of a wrong guess.
const beaten = new Set(['40001', '40P01', '23505', '23502']);

export async function againIfBeaten<T>(act: (isFirst: boolean) => Promise<T>, triesLeft = most): Promise<T> {
  try {
    return await act(triesLeft === most);
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (triesLeft === 0 || !beaten.has(codeOf(cause) ?? '')) throw error;
    return againIfBeaten(act, triesLeft - 1);
  }
}
