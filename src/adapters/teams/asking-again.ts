/** For the doctor: asks Teams again what it would not say just now. Only for questions, which do no harm when they come twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { isPassing } from './failures.ts';
import type { Kit } from './kit.ts';

/** Rejects with what Teams said last. */
export type Ask = <T>(question: () => Promise<T>) => Promise<T>;

// Somebody waits before a terminal: so long for all that is asked together, and so often for one of it.
const patience = 10_000;
const mostTimes = 3;

const aMoment = 1_000;

export function askingAgain({ pause = sleep }: Pick<Kit, 'pause'>): Ask {
  let left = patience;
  return async (question) => {
    for (let time = 1; ; time += 1) {
      try {
        return await question();
      } catch (error) {
        if (!(error instanceof DeliveryFailed) || !isPassing(error)) throw error;
        const { retryAfter = aMoment } = error;
        if (time === mostTimes || retryAfter > left) throw error;
        left -= retryAfter;
        await pause(retryAfter);
      }
    }
  };
}
