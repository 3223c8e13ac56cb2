/** Alarms in an embedded database of their own, through the one pool the records use. */
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { type QueueWorld, queueWorld } from './queue-world.ts';

export type PgliteWorld = QueueWorld & { readonly pool: pg.Pool };

export async function pgliteWorld(): Promise<PgliteWorld> {
  const pglite = await PGlite.create();
  const pool = new pg.Pool(createPgConfig(pglite));
  await pool.query('create schema if not exists muster');
  await pool.query('set search_path to muster, bullmq');
  const world = queueWorld({
    settings: { pglite, pool },
    wipe: async () => void (await pool.query('delete from bullmq.job')),
    async clearUp() {
      await pool.end();
      await pglite.close();
    },
  });
  return { ...world, pool };
}
