import { afterAll, beforeAll, expect, test } from 'vitest';
import { alarmsContract } from '../../support/alarms-contract.ts';
import { hearing } from '../../support/hearing.ts';
import { type Embedded, embedded, pgliteWorld } from './pglite-world.ts';
import { queueCases } from './queue-cases.ts';

let database: Embedded;
beforeAll(async () => {
  database = await embedded();
});
afterAll(() => database.end());

alarmsContract('the embedded database', async () => pgliteWorld(database));
queueCases('the embedded database', async () => pgliteWorld(database));

test('in the embedded database no alarm falls into a transaction of ours, nor is rolled back with it', async () => {
  const world = pgliteWorld(database);
  await database.pool.query('create table muster.note (id int primary key)');
  const alarms = await world.open();
  const ear = hearing();
  await alarms.start(ear.ring);
  const all = Array.from({ length: 200 }, (_, index) => ({
    look: 'review' as const,
    id: `review-${index}`,
    at: world.clock.now(),
  }));
  await Promise.all([
    ...Array.from({ length: 100 }, (_, index) => transaction(index)),
    ...all.map((alarm) => alarms.set(alarm)),
  ]);
  for (const alarm of all) await ear.heard(alarm);
  const { rows } = await database.pool.query('select count(*)::int as count from muster.note');
  expect([rows[0], ear.rung.length]).toEqual([{ count: 50 }, 200]);
  await world.end();

  async function transaction(index: number): Promise<void> {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('insert into muster.note values ($1)', [index]);
      await client.query('select 1');
      await client.query(index % 2 ? 'rollback' : 'commit');
    } finally {
      client.release();
    }
  }
});
