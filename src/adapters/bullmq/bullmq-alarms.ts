/** Alarms in BullMQ: on Redis where there is one, else in the database that keeps the records. */
import type { Logger } from 'pino';
import { millisecondsOf } from '../../domain/time/instant.ts';
import { type Alarm, AlarmNotSet, type Alarms } from '../../flow/ports/alarms.ts';
import type { Clock } from '../../flow/ports/clock.ts';
import { jobIdOf } from './alarm-job.ts';
import type { AlarmJob, AlarmQueue, AlarmWorker, Ground } from './ground.ts';
import { type Embedded, pgliteGround } from './pglite-ground.ts';
import { postgresGround } from './postgres-ground.ts';
import { redisGround } from './redis-ground.ts';
import { reportFailure, ringing } from './ringing.ts';
import { within } from './within.ts';

export type QueueSettings = { readonly redisUrl: string } | { readonly databaseUrl: string } | Embedded;

export type AlarmOptions = {
  readonly clock: Clock;
  readonly log: Logger;
  readonly retries?: Retries;
};
type Retries = {
  readonly attempts: number /** In milliseconds; each pause is twice the one before. */;
  readonly firstPause: number;
};

/** Two minutes in all, 1 to 64 seconds between: longer troubles are for the sweep, which begins again. */
const usualRetries: Retries = { attempts: 8, firstPause: 1000 };
/** In milliseconds. Long enough for a server that restarts at once, short enough for a person who waits. */
const patience = 5000;
/** In milliseconds, for handlers to come to their end; a pod has thirty seconds in all. */
const drainTime = 15_000;

export async function bullmqAlarms(settings: QueueSettings, options: AlarmOptions): Promise<Alarms> {
  const { clock, log, retries = usualRetries } = options;
  const ground = await groundFor(settings, log);
  // Two queues, so that a platform that is slow to take deliveries cannot delay looking.
  const looking = ground.queue('looking');
  const delivering = ground.queue('delivering');
  const workers: AlarmWorker[] = [];
  let closing: Promise<void> | undefined;

  return {
    async set(alarm) {
      const queue = alarm.look === 'delivery' ? delivering : looking;
      const delay = Math.max(0, millisecondsOf(alarm.at) - millisecondsOf(clock.now()));
      try {
        if (closing) throw new Error('The alarms are closed.');
        await within(patience, delay > 0 ? add(queue, alarm, delay, retries) : ringSoon(queue, alarm, retries));
      } catch (cause) {
        throw new AlarmNotSet(alarm, cause);
      }
    },
    async start(ring) {
      for (const name of ['looking', 'delivering']) {
        const worker = ground.worker(name, ringing(ring, log));
        worker.on('failed', reportFailure(log));
        workers.push(worker);
      }
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
    },
    healthy: () => (closing ? Promise.resolve(false) : answers(ground)),
    close() {
      closing ??= closeAll(ground, workers, [looking, delivering], log);
      return closing;
    },
  } satisfies Alarms;
}

function groundFor(settings: QueueSettings, log: Logger): Promise<Ground> {
  if ('redisUrl' in settings) return redisGround(settings.redisUrl, log);
  if ('databaseUrl' in settings) return postgresGround(settings.databaseUrl, log);
  return pgliteGround(settings, log);
}

async function add(queue: AlarmQueue, alarm: Alarm, delay: number, retries: Retries): Promise<void> {
  await queue.add(alarm.look, alarm, {
    jobId: jobIdOf(alarm),
    delay,
    attempts: retries.attempts,
    backoff: { type: 'exponential', delay: retries.firstPause, jitter: 0.2 },
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
  const waiting = await queue.getJob(jobIdOf(alarm));
  if (!waiting) await add(queue, alarm, 0, retries);
  else if (waiting.attemptsMade === 0 && (await waiting.isDelayed())) await callForward(waiting);
}

/** Of two who call it forward at once one is refused, because it no longer waits. */
async function callForward(waiting: AlarmJob): Promise<void> {
  try {
    await waiting.promote();
  } catch (error) {
    if (await waiting.isDelayed()) throw error;
  }
}

async function answers(ground: Ground): Promise<boolean> {
  try {
    await within(patience, ground.ping());
    return true;
  } catch {
    return false;
  }
}

/** Workers first, since what they still do may set alarms. Nothing that hangs keeps the process from ending. */
async function closeAll(ground: Ground, workers: AlarmWorker[], queues: AlarmQueue[], log: Logger): Promise<void> {
  try {
    await within(drainTime, Promise.all(workers.map((worker) => worker.close())));
    await within(patience, Promise.all(queues.map((queue) => queue.close())));
  } catch (error) {
    log.warn({ err: error }, 'The queue did not close in time; what it was doing will be done again.');
  }
  await ground.close();
}
