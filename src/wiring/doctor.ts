/** What must be right before a first review, and stays right: the database, the queue, the clock and the chats. */
import { millisecondsOf } from '../domain/time/instant.ts';
import type { Finding } from '../flow/office-rows.ts';
import { asIfRegistered } from './as-if-registered.ts';
import type { House } from './house.ts';

export async function doctor(house: House): Promise<readonly Finding[]> {
  const own = await Promise.all([database(house), queue(house), clock(house)]);
  // Before the first start nothing is on record, and that is when one asks.
  const looking = await asIfRegistered(house);
  const chats = await Promise.all(house.chats.map((chat) => chat.findings(looking)));
  return [...own, ...chats.flat()];
}

async function database({ database, config }: House): Promise<Finding> {
  const health = await database.healthy();
  const where = config.databaseUrl
    ? 'The Postgres server answers'
    : `The embedded database in ${config.dataDir} answers`;
  if (health.ready) return { id: 'database', state: 'ok', sentence: `${where} and can be written to.` };
  const advice = 'Until it is fixed Muster takes no answers; it goes on by itself afterwards.';
  return { id: 'database', state: 'problem', sentence: health.reason, advice };
}

async function queue({ ports, config }: House): Promise<Finding> {
  const where = config.redisUrl ? 'Redis' : 'the database';
  if (await ports.alarms.healthy())
    return { id: 'queue', state: 'ok', sentence: `The queue on ${where} takes alarms.` };
  return {
    id: 'queue',
    state: 'attention',
    sentence: `The queue on ${where} cannot be reached.`,
    advice: 'Messages go out with the sweep, up to a minute late. Check that it runs and that REDIS_URL is right.',
  };
}

// A minute off moves nobody's reminder noticeably; more, and what is due on a day falls due on another.
const bearable = 60_000;

async function clock({ database, ports }: House): Promise<Finding> {
  const ahead = await offset(database.pool, ports.clock.now());
  if (Math.abs(ahead) <= bearable)
    return { id: 'clock', state: 'ok', sentence: 'This machine and the database agree on the time.' };
  const seconds = Math.round(Math.abs(ahead) / 1000);
  return {
    id: 'clock',
    state: 'problem',
    sentence: `This machine's clock and the database's are ${seconds} seconds apart.`,
    advice: 'Set both by the same time server: alarms ring by one and the record is dated by the other.',
  };
}

async function offset(pool: House['database']['pool'], now: string): Promise<number> {
  const { rows } = await pool.query<{ at: string }>(
    'select (extract(epoch from clock_timestamp()) * 1000 + offset_ms)::text as at from clock',
  );
  return millisecondsOf(now) - Number(rows[0]?.at);
}
