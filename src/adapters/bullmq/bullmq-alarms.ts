/** Alarms in BullMQ: on Redis where there is one, else in the database that keeps the records. */
import type { Logger } from 'pino';
import { type Alarm, AlarmNotSet, type Alarms } from '../../flow/ports/alarms.ts';
import type { Clock } from '../../flow/ports/clock.ts';
import type { AlarmWorker, Ground } from './ground.ts';
import { type Embedded, pgliteGround } from './pglite-ground.ts';
import { postgresGround } from './postgres-ground.ts';
import { recentAlarms } from './recent-alarms.ts';
import { redisGround } from './redis-ground.ts';
import { reportFailure, ringing } from './ringing.ts';
import { type Retries, setAlarm } from './set-alarm.ts';
import { within } from './within.ts';

export type QueueSettings = { readonly redisUrl: string } | { readonly databaseUrl: string } | Embedded;

export type AlarmOptions = {
  readonly clock: Clock;
  readonly log: Logger;
  readonly retries?: Retries;
  /** In milliseconds, how long closing waits for handlers that run. */
  readonly drainTime?: number;
};

/** Two minutes in all, 1 to 64 seconds between: longer troubles are for the sweep, which begins again. */
const usualRetries: Retries = { attempts: 8, firstPause: 1000 };
/** A pod has thirty seconds in all to end. */
const usualDrainTime = 15_000;
/** In milliseconds. Long enough for a server that restarts at once, short enough for a person who waits. */
const patience = 5000;

/** Throws a plain Error when what the queue stands on does not answer: the process does not start half-configured. */
export async function bullmqAlarms(settings: QueueSettings, options: AlarmOptions): Promise<Alarms> {
  const { clock, log, retries = usualRetries, drainTime = usualDrainTime } = options;
  const ground = await groundFor(settings, log);
  // Two queues, so that a platform that is slow to answer cannot delay looking.
  const queues = { looking: ground.queue('looking'), delivering: ground.queue('delivering') };
  const recent = recentAlarms(clock);
  const workers: AlarmWorker[] = [];
  let closing: Promise<void> | undefined;
  let drained = false;

  /** Workers first: the handlers that still run may set alarms. */
  const closeAll = async () => {
    await bounded(drainTime, () => Promise.all(workers.map((worker) => worker.close())), log);
    drained = true;
    await bounded(patience, () => Promise.all(Object.values(queues).map((queue) => queue.close())), log);
    await bounded(patience, () => ground.close(), log);
  };
  return {
    async set(alarm) {
      const speaks = alarm.look === 'delivery' || alarm.look === 'cards';
      const queue = speaks ? queues.delivering : queues.looking;
      try {
        if (drained) throw new Error('The alarms are closed.');
        await recent.once(alarm, () => within(patience, setAlarm(queue, alarm, { clock, retries })));
      } catch (cause) {
        throw new AlarmNotSet(alarm, cause);
      }
    },
    async start(ring) {
      for (const name of Object.keys(queues)) workers.push(listen(ground, name, ring, log));
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
    },
    healthy: () => (closing ? Promise.resolve(false) : answers(ground)),
    close() {
      closing ??= closeAll();
      return closing;
    },
  } satisfies Alarms;
}

function groundFor(settings: QueueSettings, log: Logger): Promise<Ground> {
  if ('redisUrl' in settings) return redisGround(settings.redisUrl, log);
  if ('databaseUrl' in settings) return postgresGround(settings.databaseUrl, log);
  return pgliteGround(settings, log);
}

function listen(ground: Ground, name: string, ring: (alarm: Alarm) => Promise<void>, log: Logger): AlarmWorker {
  const worker = ground.worker(name, ringing(ring, log));
  worker.on('failed', reportFailure(log));
  return worker;
}

async function answers(ground: Ground): Promise<boolean> {
  try {
    await within(patience, ground.ping());
    return true;
  } catch {
    return false;
  }
}

/** Nothing that hangs keeps the process from ending. */
async function bounded(milliseconds: number, step: () => Promise<unknown>, log: Logger): Promise<void> {
  try {
    await within(milliseconds, step());
  } catch (error) {
    log.warn({ err: error }, 'The queue did not close in time; what it was doing will be done again.');
  }
}
