/** Alarms that many acts set: the same one is set once for all who set it at one moment, or for a second still to come. */
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Alarm } from '../../flow/ports/alarms.ts';
import type { Clock } from '../../flow/ports/clock.ts';
import { jobIdOf } from './alarm-job.ts';

export type RecentAlarms = { once(alarm: Alarm, set: () => Promise<void>): Promise<void> };

/** In milliseconds. Those further off are set again by every sweep, in case the queue has lost them. */
const soon = 2_000;

export function recentAlarms(clock: Clock): RecentAlarms {
  const underway = new Map<string, { readonly at: number; readonly set: Promise<void> }>();
  /** Not begun yet, so that whatever those who set it committed is there when it rings. */
  const waiting = new Map<string, Promise<void>>();

  function together(id: string, set: () => Promise<void>): Promise<void> {
    const known = waiting.get(id);
    if (known) return known;
    const setting = Promise.resolve().then(() => {
      waiting.delete(id);
      return set();
    });
    waiting.set(id, setting);
    return setting;
  }

  return {
    once(alarm, set) {
      const id = jobIdOf(alarm);
      const now = millisecondsOf(clock.now());
      const at = millisecondsOf(alarm.at);
      // One that may have rung is set again: what is to be seen may have come since.
      if (at <= now || at > now + soon) return together(id, set);
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
