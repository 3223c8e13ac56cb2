/** Whether the records can be read and written now, within the patience of whoever asks for readiness. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { StoreUnavailable } from '../../flow/ports/event-store.ts';
import type { Health } from './database.ts';
import { translated } from './store-errors.ts';

/** A readiness probe is commonly given three seconds. */
const patience = 2_000;

export async function probe(pool: Pool, ensureRoom: () => Promise<void>): Promise<Health> {
  const stop = new AbortController();
  const late = delay(patience, unanswered, { signal: stop.signal }).catch(() => unanswered);
  try {
    return await Promise.race([asked(pool, ensureRoom), late]);
  } finally {
    stop.abort();
  }
}

const unanswered: Health = { ready: false, reason: `The database did not answer within ${patience / 1000} seconds.` };

async function asked(pool: Pool, ensureRoom: () => Promise<void>): Promise<Health> {
  try {
    await pool.query('select 1');
    await ensureRoom();
    return { ready: true };
  } catch (error) {
    const known = translated(error);
    if (known instanceof StoreUnavailable) return { ready: false, reason: known.message };
    return { ready: false, reason: `The database answered with an error: ${String(error)}` };
  }
}
