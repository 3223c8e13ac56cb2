/** Tells once that the queue's server is gone and once that it is back, not at every attempt between. */
import type { Logger } from 'pino';

export type OutageLog = ReturnType<typeof outageLog>;

export function outageLog(log: Logger) {
  let gone = false;
  return {
    lost(error: Error) {
      if (!gone) log.warn({ err: error }, 'The queue cannot be reached; alarms wait, and nothing is lost.');
      gone = true;
    },
    back() {
      if (gone) log.info('The queue can be reached again.');
      gone = false;
    },
    /** What else a queue or worker complains of. While the server is gone it complains of little else. */
    trouble(error: Error) {
      if (!gone) log.warn({ err: error }, 'The queue stumbled, and goes on.');
    },
  };
}
