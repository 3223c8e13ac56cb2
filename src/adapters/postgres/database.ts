/** The database as this room's other files use it: one pool, its queries, and whether it can be written to. */
import type { PGlite } from '@electric-sql/pglite';
import type { Kysely, Transaction } from 'kysely';
import type { Pool } from 'pg';
import { translated } from './store-errors.ts';
import type { Tables } from './tables.ts';

export type Health = { readonly ready: true } | { readonly ready: false; readonly reason: string };

export type Database = {
  readonly kysely: Kysely<Tables>;
  readonly pool: Pool;
  /** Present when the database is embedded in this process. */
  readonly pglite?: PGlite;
  /** Rejects with DiskNearlyFull while the embedded database has too little room to be written to. */
  ensureRoom(): Promise<void>;
  /** Never rejects. */
  healthy(): Promise<Health>;
  close(): Promise<void>;
};

/** Asks outside a transaction. */
export async function reading<T>(database: Database, ask: (kysely: Kysely<Tables>) => Promise<T>): Promise<T> {
  try {
    return await ask(database.kysely);
  } catch (error) {
    throw translated(error);
  }
}

/** Several questions to one state of the database. The same warning as for `writing` holds. */
export async function snapshot<T>(database: Database, ask: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  try {
    return await database.kysely.transaction().setIsolationLevel('repeatable read').execute(ask);
  } catch (error) {
    throw translated(error);
  }
}

/** One statement is a transaction of its own, without two round trips to begin and end it. */
export async function writingOne<T>(database: Database, write: (kysely: Kysely<Tables>) => Promise<T>): Promise<T> {
  await database.ensureRoom();
  return reading(database, write);
}

/** Inside, use only the transaction: on the embedded database asking the pool would wait for itself for ever. */
export async function writing<T>(database: Database, write: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  await database.ensureRoom();
  try {
    return await database.kysely.transaction().execute(write);
  } catch (error) {
    throw translated(error);
  }
}
