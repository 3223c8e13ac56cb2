/** Alarms in an embedded database of their own, through the one pool the records use. */
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { type QueueWorld, queueWorld } from './queue-world.ts';

export type Embedded = { readonly pglite: PGlite; readonly pool: pg.Pool; end(): Promise<void> };

/** One for a whole file: each takes seconds to begin. */
export async function embedded(): Promise<Embedded> {
  const pglite = await PGlite.create();
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 });
  await pool.query('create schema muster');
  await pool.query('set search_path to muster, bullmq');
  return {
    pglite,
    pool,
    async end() {
      await pool.end();
      await pglite.close();
    },
  };
}

export function pgliteWorld({ pglite, pool }: Embedded): QueueWorld {
  const wipe = async () => void (await pool.query('delete from bullmq.job'));
  return queueWorld({ settings: { pglite, pool }, wipe, clearUp: wipe });
}
