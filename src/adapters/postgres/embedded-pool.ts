/** PGlite in this process behind a pool of one connection, which lets one transaction in at a time. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { ensureRoom, type FreeBytes } from './disk-room.ts';
import { initialiseFolder } from './initialise-folder.ts';

export type Embedded = { readonly pool: pg.Pool; readonly pglite: PGlite; readonly folder: string };

/**
 * Opening one folder twice destroys it, and PGlite does not notice: whoever calls this holds the data folder's socket.
 * The database is a folder inside, so that the socket and other files have their place beside it.
 */
export async function openEmbedded(dataDir: string, free?: FreeBytes): Promise<Embedded> {
  const folder = resolve(dataDir, 'database');
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o700 });
  await ensureRoom(resolve(dataDir), free);
  await initialiseFolder(folder);
  const pglite = await PGlite.create(join(folder));
  return { pool: embeddedPool(pglite), pglite, folder };
}

/** No query_timeout and no `release(true)` anywhere: both destroy a client and leave its transaction open. */
function embeddedPool(pglite: PGlite): pg.Pool {
  return new pg.Pool({
    ...createPgConfig(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    async onConnect(client) {
      // A client destroyed within a transaction leaves it open in the one session there is, and later acknowledged
      // writes would be lost with it.
      await client.query('rollback');
      await client.query('set search_path to muster, bullmq');
    },
  });
}
