/** A clock that may be set forward, so that four weeks take two minutes. How far ahead it is stands in the database. */
import type { Logger } from 'pino';
import { type Instant, millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { Clock, DemoClock } from '../../flow/ports/clock.ts';
import { type Heartbeat, heartbeat } from './heartbeat.ts';
import { systemClock } from './system-clock.ts';

/** How far ahead, in milliseconds, for all processes on the database. Forward only. */
export type DemoClockRow = {
  read(): Promise<number>;
  /** To that far ahead of the real time, unless it is further already. Returns how far ahead it is from now on. */
  moveTo(milliseconds: number): Promise<number>;
};

export async function demoClock(row: DemoClockRow, log: Logger, real: Clock = systemClock(log)): Promise<DemoClock> {
  const hearts = new Set<Heartbeat>();
  let ahead = await row.read();
  let moving: Promise<void> = Promise.resolve();
  const now = () => toInstant(millisecondsOf(real.now()) + ahead);
  /** Answers may come back in another order than asked; the time never goes back with them. */
  const learn = (milliseconds: number) => {
    ahead = Math.max(ahead, milliseconds);
  };

  const move = async (instant: Instant) => {
    // Where to, not how far: two who ask for the same time at once, in whatever process, go there once.
    learn(await row.moveTo(millisecondsOf(instant) - millisecondsOf(real.now())));
    await Promise.all([...hearts].map((heart) => heart.beatAnew()));
  };
  return {
    now,
    everyMinute(tick) {
      const heart = heartbeat(tick, log);
      hearts.add(heart);
      const stop = real.everyMinute(async () => {
        learn(await row.read());
        await heart.beat();
      });
      return async () => {
        hearts.delete(heart);
        await Promise.all([stop(), heart.stop()]);
      };
    },
    moveTo(instant) {
      const moved = moving.then(() => move(instant));
      moving = moved.catch(() => {});
      return moved;
    },
  };
}
