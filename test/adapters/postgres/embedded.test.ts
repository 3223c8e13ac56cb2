import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'bullmq';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { DiskNearlyFull } from '../../../src/adapters/postgres/disk-room.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { postgresEventStore } from '../../../src/adapters/postgres/postgres-event-store.ts';
import { rebuild } from '../../../src/adapters/postgres/rebuild.ts';
import { verifyDatabase } from '../../../src/adapters/postgres/verify-database.ts';
import { eventsOf, record } from '../../support/records-appending.ts';
import { type DataFolder, dataFolder } from '../../support/records-folder.ts';
import { recordsOn } from '../../support/records-on-database.ts';
import { writerProcess } from '../../support/records-process.ts';
import { answered, opening, reviewStream, smallChecklist } from '../../support/records-scene.ts';

const left: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of left.splice(0).reverse()) await clear();
});

async function opened(options: { folder?: DataFolder; freeBytes?: () => Promise<number> } = {}): Promise<Database> {
  const { folder = await aFolder(), ...rest } = options;
  const database = await openDatabase({ dataDir: folder.dataDir, ...rest });
  left.push(database.close);
  return database;
}

async function aFolder(): Promise<DataFolder> {
  const folder = await dataFolder();
  left.push(folder.remove);
  return folder;
}

async function begun(database: Database, review = 'r-1') {
  const records = recordsOn(database);
  await records.checklists.keep(smallChecklist);
  await record(records, reviewStream(review), opening());
  return records;
}

test('the first start makes the database in another process, whole or not at all, and leaves no memory behind', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-first-'));
  left.push(() => rm(dataDir, { recursive: true, force: true }));
  // As after a crash half way through.
  const unfinished = join(dataDir, '.database.unfinished', 'base');
  await mkdir(unfinished, { recursive: true });
  const before = process.memoryUsage().rss;
  const database = await openDatabase({ dataDir });
  left.push(database.close);
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  expect(existsSync(join(dataDir, '.database.unfinished'))).toBe(false);
  expect(await database.healthy()).toEqual({ ready: true });
  // initdb in this process costs 800 MiB and keeps them; the running database about 300.
  expect(grown).toBeLessThan(500);
});

test('it opens again with what it held', async () => {
  const folder = await aFolder();
  const first = await openDatabase({ dataDir: folder.dataDir });
  const { events } = await record(await begun(first), reviewStream('r-1'), answered('access.mfa', 1, 'a note'));
  await first.close();
  const second = await opened({ folder });
  expect((await eventsOf(recordsOn(second), reviewStream('r-1'))).slice(1)).toEqual(events);
});

test('after kill -9 during writes nothing acknowledged is missing', async () => {
  const folder = await aFolder();
  const first = await openDatabase({ dataDir: folder.dataDir });
  await begun(first);
  await first.close();
  const writer = writerProcess({ dataDir: folder.dataDir }, 'r-1', { count: 5_000 });
  await writer.reached(100);
  await writer.kill();
  const database = await opened({ folder });
  const events = await eventsOf(recordsOn(database), reviewStream('r-1'));
  const kept = new Map(events.map(({ version, hash }) => [version, hash]));
  expect(writer.acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(writer.acknowledged.length).toBeLessThan(5_000);
  expect(writer.acknowledged.filter(({ version, hash }) => kept.get(version) !== hash)).toEqual([]);
  expect((await verifyDatabase(database)).problems).toEqual([]);
});

test('with the disk nearly full it refuses to write with a sentence, still reads, and goes on when there is room', async () => {
  let free = 65 * 2 ** 20;
  const database = await opened({ freeBytes: async () => free });
  const records = await begun(database);
  free = 63 * 2 ** 20;
  const answering = record(records, reviewStream('r-1'), answered('access.mfa', 1));
  await expect(answering).rejects.toThrow(DiskNearlyFull);
  await expect(answering).rejects.toThrow('The disk is nearly full: 63 MiB are free');
  await expect(records.checklists.keep(smallChecklist)).rejects.toThrow(DiskNearlyFull);
  expect((await records.store.current(reviewStream('r-1')))?.head.version).toBe(1);
  expect(await database.healthy()).toMatchObject({ ready: false, reason: expect.stringContaining('make room') });
  free = 65 * 2 ** 20;
  expect((await record(records, reviewStream('r-1'), answered('access.mfa', 1))).head.version).toBe(2);
  expect(await database.healthy()).toEqual({ ready: true });
});

test('a folder on a nearly full disk is left alone', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-full-'));
  left.push(() => rm(dataDir, { recursive: true, force: true }));
  await expect(openDatabase({ dataDir, freeBytes: async () => 1 })).rejects.toThrow(DiskNearlyFull);
  expect(existsSync(join(dataDir, 'database'))).toBe(false);
});

test('a connection destroyed within a transaction takes nothing acknowledged later with it', async () => {
  const folder = await aFolder();
  const database = await openDatabase({ dataDir: folder.dataDir });
  const records = await begun(database);
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query(`update clock set offset_ms = 77`);
  client.release(true);
  await record(records, reviewStream('r-1'), answered('access.mfa', 1, 'afterwards'));
  await database.close();
  const again = await opened({ folder });
  expect(await eventsOf(recordsOn(again), reviewStream('r-1'))).toHaveLength(2);
  const { rows } = await sql<{ offset_ms: string }>`select offset_ms from clock`.execute(again.kysely);
  expect(rows).toEqual([{ offset_ms: '0' }]);
});

test('transactions that fail and statements beside them do not fall into each other', async () => {
  const database = await opened();
  const records = await begun(database);
  const failing = Array.from({ length: 40 }, () =>
    database.kysely.transaction().execute(async (tx) => {
      await tx.updateTable('clock').set({ offset_ms: '99' }).execute();
      throw new Error('rolled back');
    }),
  );
  const written = Array.from({ length: 40 }, (_, index) =>
    record(records, reviewStream('r-1'), answered('access.mfa', index + 1)),
  );
  const results = await Promise.allSettled([...failing, ...written]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
  expect((await sql`select offset_ms from clock`.execute(database.kysely)).rows).toEqual([{ offset_ms: '0' }]);
  expect(await eventsOf(records, reviewStream('r-1'))).toHaveLength(41);
});

test('no reading, rebuilding or proving of a long stream holds the thread longer than 100 ms', async () => {
  const database = await opened();
  const records = await begun(database);
  const answers = Array.from({ length: 1_500 }, (_, index) =>
    answered(index % 2 === 0 ? 'access.mfa' : 'access.logs', Math.floor(index / 2) + 1, `note ${index}`),
  );
  for (let from = 0; from < answers.length; from += 50) {
    await record(records, reviewStream('r-1'), ...answers.slice(from, from + 50));
  }
  const cold = postgresEventStore(database);
  const held = {
    folding: await longestHold(() => cold.current(reviewStream('r-1'))),
    appending: await longestHold(() => record(records, reviewStream('r-1'), answered('access.keys', 1))),
    proving: await longestHold(() => verifyDatabase(database)),
    rebuilding: await longestHold(() => rebuild(database)),
    reading: await longestHold(() => eventsOf(records, reviewStream('r-1'))),
  };
  for (const [what, milliseconds] of Object.entries(held)) expect(milliseconds, what).toBeLessThan(100);
});

test('when it was closed it says that it is gone', async () => {
  const database = await opened();
  const records = await begun(database);
  await database.close();
  expect(await database.healthy()).toMatchObject({ ready: false });
  await expect(record(records, reviewStream('r-1'), answered('access.mfa', 1))).rejects.toThrow('Nothing was recorded');
});

test('neither schema bears a name of the other, since both are on one search path', async () => {
  const database = await opened();
  const client = await database.pool.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    client.release();
  }
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema in ('muster', 'bullmq')
    group by table_name having count(*) > 1`.execute(database.kysely);
  expect(rows).toEqual([]);
});

/** How much this process computed between two turns of a timer. Not wall time, of which other processes take theirs. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let [last, longest] = [process.cpuUsage(), 0];
  const turn = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.cpuUsage();
  };
  const timer = setInterval(turn, 1);
  await work();
  clearInterval(timer);
  turn();
  return longest;
}

test('pg gives up no client by itself', async () => {
  const database = await opened();
  expect(database.pool).toBeInstanceOf(pg.Pool);
  expect(database.pool.options).toMatchObject({ max: 1, idleTimeoutMillis: 0 });
  expect(database.pool.options.query_timeout).toBeUndefined();
});
