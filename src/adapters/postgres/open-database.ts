/** Opens the records: on a Postgres server, or embedded in this process. */
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Database } from './database.ts';
import { ensureRoom, type FreeBytes } from './disk-room.ts';
import { openEmbedded } from './embedded-pool.ts';
import { probe } from './health.ts';
import { migrate, migrateTogether } from './migrate.ts';
import { serverPool } from './server-pool.ts';
import { translated } from './store-errors.ts';
import type { Tables } from './tables.ts';

export type Where = {
  /** DATABASE_URL: a server. Stands above `dataDir`. */
  readonly url?: string;
  /** MUSTER_DATA_DIR: the folder the embedded database lives in. */
  readonly dataDir?: string;
  /** For tests: what the disk has left. */
  readonly freeBytes?: FreeBytes;
};

/** Migrated and ready. Rejects with StoreUnavailable when it cannot be reached or has no room. */
export async function openDatabase(where: Where): Promise<Database> {
  if (where.url !== undefined) return openServer(where.url);
  if (where.dataDir === undefined) throw new Error('Say where the database is: a url or a data folder.');
  const { pool, pglite, folder } = await openEmbedded(where.dataDir, where.freeBytes);
  const room = () => ensureRoom(folder, where.freeBytes);
  const closeBoth = once(async () => {
    await pool.end();
    await pglite.close();
  });
  const database = { ...over(pool, room, closeBoth), pglite };
  await orClose(database, () => migrate(database.kysely));
  return database;
}

async function openServer(url: string): Promise<Database> {
  const pool = serverPool(url);
  const database = over(
    pool,
    async () => undefined,
    once(() => pool.end()),
  );
  await orClose(database, () => migrateTogether(database.kysely, pool));
  return database;
}

function over(pool: Pool, room: () => Promise<void>, close: () => Promise<void>): Database {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, pool, ensureRoom: room, healthy: () => probe(pool, room), close };
}

async function orClose(database: Database, start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    await database.close();
    throw translated(error);
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= act();
    return done;
  };
}
