/** Whether Muster can take answers now: the database must; a queue that is away only delays. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Readiness } from '../adapters/web/health.ts';
import { pausedInWords } from '../domain/paused.ts';
import type { Alarms } from '../flow/ports/alarms.ts';
import type { Connections } from '../flow/ports/connections.ts';
import type { Log } from '../flow/ports/log.ts';
import type { House } from './house.ts';

type Asked = {
  readonly database: Pick<House['database'], 'healthy'>;
  readonly log: Pick<Log, 'warn'>;
  readonly ports: { readonly alarms: Pick<Alarms, 'healthy'>; readonly connections: Pick<Connections, 'paused'> };
};

/** In milliseconds. A probe is commonly given three seconds, of which the database may take two. */
const patienceWithQueue = 500;

export async function readiness({ database, ports, log }: Asked): Promise<Readiness> {
  const health = await database.healthy();
  if (!health.ready) return { ready: false, sentence: health.reason };
  // Answers are taken and kept without the queue, and the sweep looks every minute; taking the door away would lose more.
  if (!(await answersSoon(ports.alarms)))
    log.warn({}, 'The queue cannot be reached. Answers are taken; messages wait for the next sweep.');
  // A chat that took its token back is no reason to close the door on the other, nor on those who look at the record.
  const paused = await ports.connections.paused();
  const sentence = paused.map((one) => pausedInWords(one, 'UTC')).join(' ');
  return sentence === '' ? { ready: true } : { ready: true, sentence };
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
