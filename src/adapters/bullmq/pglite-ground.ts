/** The queues on the embedded database, beside the records: one session for everything, one statement at a time. */
import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Ground } from './ground.ts';
import { outageLog } from './outage-log.ts';
import { groundOn, migrate } from './postgres-ground.ts';

export type Embedded = {
  readonly pglite: PGlite;
  /** The records' own pool of one connection, which stays theirs to close. Its search_path names `bullmq`. */
  readonly pool: pg.Pool;
};

export async function pgliteGround(embedded: Embedded, log: Logger): Promise<Ground> {
  await migrate(embedded.pool);
  return groundOn(oneSession(embedded), outageLog(log), async () => {});
}

/**
 * BullMQ keeps a connection for each worker, and here there is but one. Whatever it asks therefore goes through the
 * records' pool, which lets no statement in between those of a transaction: sent to PGlite directly it would become
 * part of whatever transaction is open, and be rolled back with it.
 */
function oneSession({ pool, pglite }: Embedded): PgPool {
  const query = <R>(text: string, values?: readonly unknown[]) =>
    pool.query(text, values as unknown[]) as unknown as Promise<PgQueryResult<R>>;
  const events = new EventEmitter();
  return Object.assign(events, {
    query,
    connect: async () => listener(pglite, query),
    end: async () => {},
    /** Read by BullMQ: a session in our own process cannot break unnoticed, so a worker may wait long. */
    options: { keepAlive: true },
  }) as PgPool;
}

/** What BullMQ takes for a connection: asks as everybody, and hears the notifications of the one session. */
function listener(pglite: PGlite, query: PgPool['query']): PgPoolClient {
  const events = new EventEmitter();
  const silence = pglite.onNotification((channel, payload) => events.emit('notification', { channel, payload }));
  return Object.assign(events, { query, release: silence }) as PgPoolClient;
}
