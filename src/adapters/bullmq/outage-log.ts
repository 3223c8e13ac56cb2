/** Tells once that the queue's server is gone and once that it is back, not at every attempt between. */
import type { Logger } from 'pino';

export type OutageLog = ReturnType<typeof outageLog>;

/** In milliseconds, before the same trouble is told again. */
const quiet = 60_000;

export function outageLog(log: Logger) {
  let gone = false;
  const told = new Map<string, number>();
  return {
    lost(error: Error) {
      if (!gone) log.warn({ err: error }, 'The queue cannot be reached; alarms wait, and nothing is lost.');
      gone = true;
    },
    back() {
      if (gone) log.info('The queue can be reached again.');
      gone = false;
    },
    /** What else a queue or worker complains of. While its server is gone it complains of little else. */
    trouble(error: Error) {
      if (gone || Date.now() - (told.get(error.message) ?? 0) < quiet) return;
      if (told.size > 100) told.clear();
      told.set(error.message, Date.now());
      log.warn({ err: error }, 'The queue stumbled, and goes on.');
    },
  };
}
