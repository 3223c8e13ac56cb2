/** Whether Muster can take answers now: the database must; a queue that is away only delays. */
import type { Readiness } from '../adapters/web/health.ts';
import type { House } from './house.ts';

export async function readiness({ database, ports, log }: House): Promise<Readiness> {
  const health = await database.healthy();
  if (!health.ready) return { ready: false, sentence: health.reason };
  if (await ports.alarms.healthy()) return { ready: true };
  // Answers are taken and kept without the queue, and the sweep looks every minute; taking the door away would lose more.
  log.warn({}, 'The queue cannot be reached. Answers are taken; messages wait for the next sweep.');
  return { ready: true };
}
