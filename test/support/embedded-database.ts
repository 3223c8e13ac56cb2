/** An embedded database for the suite around it: empty when that begins, and gone when it ends. */
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { dataFolder } from './records-folder.ts';

export function embeddedDatabase(): () => Database {
  let database: Database | undefined;
  let remove: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const folder = await dataFolder();
    remove = folder.remove;
    database = await openDatabase({ dataDir: folder.dataDir });
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await remove?.();
  });
  return () => {
    if (!database) throw new Error('The database is opened before the first test, not earlier.');
    return database;
  };
}
