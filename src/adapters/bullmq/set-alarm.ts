/** Sets an alarm in a queue, where one of the same id may already stand. */
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Alarm } from '../../flow/ports/alarms.ts';
import type { Clock } from '../../flow/ports/clock.ts';
import { jobIdOf } from './alarm-job.ts';
import type { AlarmJob, AlarmQueue } from './ground.ts';

/** `firstPause` in milliseconds; each pause is twice the one before. */
export type Retries = { readonly attempts: number; readonly firstPause: number };

/** The queue waits in real time, and alarms are set in Muster's: only the difference is the same. */
export function setAlarm(queue: AlarmQueue, alarm: Alarm, given: { clock: Clock; retries: Retries }): Promise<void> {
  const delay = millisecondsOf(alarm.at) - millisecondsOf(given.clock.now());
  return delay > 0 ? add(queue, alarm, { ...given.retries, delay }) : ringSoon(queue, alarm, given.retries);
}

async function add(queue: AlarmQueue, alarm: Alarm, when: Retries & { delay: number }): Promise<void> {
  await queue.add(alarm.look, alarm, {
    jobId: jobIdOf(alarm),
    delay: when.delay,
    attempts: when.attempts,
    backoff: { type: 'exponential', delay: when.firstPause, jitter: 0.2 },
    // A finished job that stayed would silently swallow every later alarm of its id.
    removeOnComplete: true,
    removeOnFail: true,
  });
}

/**
 * A due alarm may still wait in the queue for a real time to come, since the demo's clock was moved meanwhile; then
 * it is called forward. One that waits because its handler failed keeps its pause: a sweep must not shorten it.
 */
async function ringSoon(queue: AlarmQueue, alarm: Alarm, retries: Retries): Promise<void> {
  const id = jobIdOf(alarm);
  const job = await queue.getJob(id);
  if (!job) return add(queue, alarm, { ...retries, delay: 0 });
  if (!(await job.isDelayed())) return;
  // Read again: it may have rung and failed since, and now wait for that reason.
  const waiting = await queue.getJob(id);
  if (waiting?.attemptsMade === 0) await callForward(waiting);
}

/** Of two who call it forward at once one is refused, because it no longer waits. */
async function callForward(waiting: AlarmJob): Promise<void> {
  try {
    await waiting.promote();
  } catch (error) {
    if (await waiting.isDelayed()) throw error;
  }
}
