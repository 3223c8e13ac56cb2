/** Whether Muster can take answers now: the database must; a queue that is away only delays. */
import type { Readiness } from '../adapters/web/health.ts';
import { pausedInWords } from '../domain/paused.ts';
import type { House } from './house.ts';

export async function readiness({ database, ports, log }: House): Promise<Readiness> {
  const health = await database.healthy();
  if (!health.ready) return { ready: false, sentence: health.reason };
  // Answers are taken and kept without the queue, and the sweep looks every minute; taking the door away would lose more.
  if (!(await ports.alarms.healthy()))
    log.warn({}, 'The queue cannot be reached. Answers are taken; messages wait for the next sweep.');
  // A chat that took its token back is no reason to close the door on the other, nor on those who look at the record.
  const paused = await ports.connections.paused();
  const sentence = paused.map((one) => pausedInWords(one, 'UTC')).join(' ');
  return sentence === '' ? { ready: true } : { ready: true, sentence };
}
