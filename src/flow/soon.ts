/** The next whole second: acts of the same second wake one step, and none rings before the last of them committed. */
import { type Instant, millisecondsOf, toInstant } from '../domain/time/instant.ts';

export function soon(now: Instant): Instant {
  return toInstant(Math.floor(millisecondsOf(now) / 1000) * 1000 + 1000);
}

/** A step on Muster's own account. */
export const bySchedule = { by: 'muster', source: { via: 'schedule' } } as const;
