/** Lets some at once and then one after each pause, in the order they came. */
import { setTimeout as pause } from 'node:timers/promises';

export type Spaced = () => Promise<void>;

/** `every` in milliseconds. `burst`: how many may go at once after a quiet time. */
export function spaced({ every, burst }: { readonly every: number; readonly burst: number }): Spaced {
  let next = 0;
  return async () => {
    const now = performance.now();
    next = Math.max(next, now - burst * every) + every;
    if (next > now) await pause(next - now, undefined, { ref: false });
  };
}
