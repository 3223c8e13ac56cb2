/** The alarms just set for a moment still to come: many acts in one second set the same one, and once is enough. */
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Alarm } from '../../flow/ports/alarms.ts';
import type { Clock } from '../../flow/ports/clock.ts';
import { jobIdOf } from './alarm-job.ts';

export type RecentAlarms = { once(alarm: Alarm, set: () => Promise<void>): Promise<void> };

/** In milliseconds. Those further off are set again by every sweep, in case the queue has lost them. */
const soon = 2_000;

export function recentAlarms(clock: Clock): RecentAlarms {
  const underway = new Map<string, { readonly at: number; readonly set: Promise<void> }>();
  return {
    once(alarm, set) {
      const now = millisecondsOf(clock.now());
      const at = millisecondsOf(alarm.at);
      // One that may have rung is set again: what is to be seen may have come since.
      if (at <= now || at > now + soon) return set();
      const id = jobIdOf(alarm);
      const known = underway.get(id);
      if (known) return known.set;
      for (const [other, { at: rang }] of underway) if (rang <= now) underway.delete(other);
      const setting = { at, set: set() };
      underway.set(id, setting);
      setting.set.catch(() => underway.get(id) === setting && underway.delete(id));
      return setting.set;
    },
  };
}
