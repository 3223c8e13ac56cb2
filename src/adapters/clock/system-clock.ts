/** The time as it is, ticking at every full minute. */
import { schedule } from 'node-cron';
import type { Logger } from 'pino';
import { toInstant } from '../../domain/time/instant.ts';
import type { Clock } from '../../flow/ports/clock.ts';
import { heartbeat } from './heartbeat.ts';

export function systemClock(log: Logger): Clock {
  return {
    now: () => toInstant(Date.now()),
    everyMinute(tick) {
      const heart = heartbeat(tick, log);
      const task = schedule('* * * * *', () => heart.beat(), {
        name: 'heartbeat',
        // A minute missed, because the process was stopped or busy, is made up for by the next: every tick looks at all.
        suppressMissedWarning: true,
        logger: quiet(log),
      });
      return async () => {
        await task.destroy();
        await heart.stop();
      };
    },
  };
}

/** node-cron writes to the console unless told where else. */
function quiet(log: Logger) {
  const say = (message: string | Error, error?: Error) => log.debug({ err: error ?? message }, 'node-cron');
  return { info: say, warn: say, error: say, debug: say };
}
