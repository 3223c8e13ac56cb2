/** A clock that stands still until it is set by hand. */
import { type Instant, toInstant } from '../../src/domain/time/instant.ts';
import type { DemoClock } from '../../src/flow/ports/clock.ts';

export type TestClock = DemoClock & {
  /** Sets the time without a tick. Unlike `moveTo` it also goes backwards. */
  set(instant: Instant): void;
  /** Ticks once, as when a minute has passed; rejects when a tick does. */
  tick(): Promise<void>;
};

export function testClock(start: Instant): TestClock {
  let now = toInstant(Date.parse(start));
  const ticks = new Set<() => Promise<void>>();
  const running = new Map<() => Promise<void>, Promise<void>>();
  const clock = {
    now: () => now,
    set(instant: Instant) {
      now = toInstant(Date.parse(instant));
    },
    async tick() {
      for (const tick of [...ticks]) {
        const run = tick().finally(() => running.delete(tick));
        running.set(tick, run);
        await run;
      }
    },
    everyMinute(tick: () => Promise<void>) {
      ticks.add(tick);
      return async () => {
        ticks.delete(tick);
        await running.get(tick)?.catch(() => undefined);
      };
    },
    async moveTo(instant: Instant) {
      if (toInstant(Date.parse(instant)) > now) clock.set(instant);
      await clock.tick();
    },
  } satisfies TestClock;
  return clock;
}
