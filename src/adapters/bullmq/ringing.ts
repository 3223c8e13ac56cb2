/** Rings an alarm that came out of the queue, and tells what became of it. */
import type { Logger } from 'pino';
import type { Alarm } from '../../flow/ports/alarms.ts';
import { alarmOf } from './alarm-job.ts';
import type { AlarmJob, Process } from './ground.ts';

export function ringing(ring: (alarm: Alarm) => Promise<void>, log: Logger): Process {
  return async (job) => {
    const alarm = alarmOf(job.data);
    if (alarm) await ring(alarm);
    // Trying again would not make it readable, and the sweep knows better than the queue what is due.
    else log.error({ job: job.id }, 'The queue held something that is no alarm; it was dropped.');
  };
}

/** BullMQ calls this after each failed attempt; without a job when that one is gone, because its process died twice. */
export function reportFailure(log: Logger) {
  return (job: AlarmJob | undefined, error: Error): void => {
    const about = { err: error, alarm: job?.data, attempt: job?.attemptsMade };
    const last = !job || job.attemptsMade >= (job.opts.attempts ?? 1);
    if (last) log.error(about, 'An alarm failed for the last time; the next sweep sets it again.');
    else log.warn(about, 'An alarm failed, and rings again later.');
  };
}
