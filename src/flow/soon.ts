/** The next whole second: acts of the same second wake one step, and none rings before the last of them committed. */
import { type Instant, millisecondsOf, toInstant } from '../domain/time/instant.ts';
import { type Alarm, AlarmNotSet } from './ports/alarms.ts';
import type { Ports } from './ports.ts';

export function soon(now: Instant): Instant {
  return toInstant(Math.floor(millisecondsOf(now) / 1000) * 1000 + 1000);
}

/** A step on Muster's own account. */
export const bySchedule = { by: 'muster', source: { via: 'schedule' } } as const;

/** Sets an alarm for what was committed just now. Without the queue the act stands, and the sweep sets it again. */
export async function wake({ alarms, log }: Pick<Ports, 'alarms' | 'log'>, alarm: Alarm): Promise<void> {
  try {
    await alarms.set(alarm);
  } catch (error) {
    if (!(error instanceof AlarmNotSet)) throw error;
    log.warn({ look: alarm.look, id: alarm.id, at: alarm.at }, error.message);
  }
}
