import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AlarmNotSet } from '../../../src/flow/ports/alarms.ts';
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
  const all = Array.from({ length: 200 }, (_, index) => ({
    look: 'review' as const,
    id: `review-${index}`,
    at: world.clock.now(),
  }));
  // One after the other each, so that alarms are set in all of the transactions and not only in the first.
  const transactions = async () => {
    for (let index = 0; index < 100; index += 1) await transaction(index);
  };
  const settings = async () => {
    for (const alarm of all) {
      await alarms.set(alarm);
      // Lets the others have their turn: statements sent past the pool would not wait for any.
      await setImmediate();
    }
  };
  await Promise.all([transactions(), settings()]);
  // Only now: a worker would see, in the one session there is, also what is rolled back a moment later.
  await alarms.start(ear.ring);
  for (const alarm of all) await ear.heard(alarm);
  const { rows } = await database.pool.query('select count(*)::int as count from muster.note');
  expect([rows[0], ear.rung.length]).toEqual([{ count: 50 }, 200]);
  await world.end();

  async function transaction(index: number): Promise<void> {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('insert into muster.note values ($1)', [index]);
      await setImmediate();
      await client.query('select 1');
      await client.query(index % 2 ? 'rollback' : 'commit');
    } finally {
      client.release();
    }
  }
});

test('an alarm set from inside a transaction of ours is refused in time, and does not wait for itself for ever', async () => {
  const world = pgliteWorld(database);
  const alarms = await world.open();
  const alarm = { look: 'review' as const, id: 'r', at: world.clock.now() };
  const client = await database.pool.connect();
  await client.query('begin');
  await expect(alarms.set(alarm)).rejects.toBeInstanceOf(AlarmNotSet);
  await client.query('rollback');
  client.release();
  await alarms.set(alarm);
  const ear = hearing();
  await alarms.start(ear.ring);
  await ear.heard(alarm);
  await world.end();
});
