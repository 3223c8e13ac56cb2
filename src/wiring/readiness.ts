/** Whether Muster can take answers now: the database must; a queue that is away only delays. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Readiness } from '../adapters/web/health.ts';
import type { Alarms } from '../flow/ports/alarms.ts';
import type { Log } from '../flow/ports/log.ts';
import type { House } from './house.ts';

type Asked = {
  readonly database: Pick<House['database'], 'healthy'>;
  readonly log: Pick<Log, 'warn'>;
  readonly ports: { readonly alarms: Pick<Alarms, 'healthy'> };
};

/** In milliseconds. A probe is commonly given three seconds, of which the database may take two. */
const patienceWithQueue = 500;

export async function readiness({ database, ports, log }: Asked): Promise<Readiness> {
  const health = await database.healthy();
  if (!health.ready) return { ready: false, sentence: health.reason };
  if (await answersSoon(ports.alarms)) return { ready: true };
  // Answers are taken and kept without the queue, and the sweep looks every minute; taking the door away would lose more.
  log.warn({}, 'The queue cannot be reached. Answers are taken; messages wait for the next sweep.');
  return { ready: true };
}

/** One that is frozen answers after many seconds, or never; whoever asks for readiness would take us for dead. */
async function answersSoon(alarms: Pick<Alarms, 'healthy'>): Promise<boolean> {
  const stop = new AbortController();
  const late = delay(patienceWithQueue, false, { signal: stop.signal }).catch(() => false);
  try {
    return await Promise.race([alarms.healthy(), late]);
  } finally {
    stop.abort();
  }
}
