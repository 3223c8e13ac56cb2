/** Brings the schema up to date. Several processes may start at once: the first one in does it, the others wait. */
import { type Kysely, type Migration, Migrator } from 'kysely';
import type { Pool } from 'pg';
import * as records from './migrations/0001-records.ts';
import * as projections from './migrations/0002-projections.ts';
import * as platforms from './migrations/0003-platforms.ts';
import * as conversations from './migrations/0004-conversations.ts';
import * as heldBefore from './migrations/0005-held-before.ts';
import * as drawings from './migrations/0006-drawings.ts';
import * as accounts from './migrations/0007-accounts.ts';
import * as leasedMarks from './migrations/0008-leased-marks.ts';
import * as parts from './migrations/0009-parts.ts';
import * as unsaved from './migrations/0010-unsaved.ts';
import * as takenAway from './migrations/0011-taken-away.ts';
import * as notBefore from './migrations/0012-not-before.ts';
import type { Tables } from './tables.ts';

const migrations: Record<string, Migration> = {
  '0001-records': records,
  '0002-projections': projections,
  '0003-platforms': platforms,
  '0004-conversations': conversations,
  '0005-held-before': heldBefore,
  '0006-drawings': drawings,
  '0007-accounts': accounts,
  '0008-leased-marks': leasedMarks,
  '0009-parts': parts,
  '0010-unsaved': unsaved,
  '0011-taken-away': takenAway,
  '0012-not-before': notBefore,
};

export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'muster',
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Kysely creates its own tables before it takes its lock; this one is held around all of it. Any number will do. */
const lock = 7_368_112_601;

/** Needs a pool of at least two, since one connection keeps the lock. */
export async function migrateTogether(kysely: Kysely<Tables>, pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await migrate(kysely);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    client.release();
  }
}
