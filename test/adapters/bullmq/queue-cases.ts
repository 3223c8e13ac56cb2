/** What a real queue promises beyond the contract, because handlers run side by side and others write to it too. */
import { createPostgresBackend, type PgPool, Queue, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QueueSettings } from '../../../src/adapters/bullmq/bullmq-alarms.ts';
import type { Alarm } from '../../../src/flow/ports/alarms.ts';
import { gate } from '../../support/gate.ts';
import { type Ear, hearing } from '../../support/hearing.ts';
import type { QueueWorld } from './queue-world.ts';

export function queueCases(on: string, make: () => Promise<QueueWorld>): void {
  describe(`a queue on ${on}`, () => {
    let world: QueueWorld;
    let ear: Ear;
    beforeEach(async () => {
      world = await make();
      ear = hearing();
    });
    afterEach(() => world.end());

    const now = (look: Alarm['look'], id: string): Alarm => ({ look, id, at: world.clock.now() });

    test('goes on looking while every delivery is slow', async () => {
      const alarms = await world.open();
      const platform = gate();
      await alarms.start(async (alarm) => {
        await ear.ring(alarm);
        if (alarm.look === 'delivery') await platform.passed;
      });
      for (let count = 0; count < 30; count += 1) await alarms.set(now('delivery', `slow-${count}`));
      await ear.heard(now('delivery', 'slow-0'));
      await alarms.set(now('review', 'urgent'));
      await ear.heard(now('review', 'urgent'));
      expect(ear.rung.length).toBeLessThan(31);
      platform.open();
    });

    test('waits at closing for the handler that runs', async () => {
      const alarms = await world.open();
      const work = gate();
      const order: string[] = [];
      await alarms.start(async (alarm) => {
        await ear.ring(alarm);
        await work.passed;
        order.push('handled');
      });
      const alarm = now('review', 'r');
      await alarms.set(alarm);
      await ear.heard(alarm);
      const closed = alarms.close().then(() => order.push('closed'));
      work.open();
      await closed;
      expect(order).toEqual(['handled', 'closed']);
    });

    test('takes alarms from a handler that runs while it closes', async () => {
      const alarms = await world.open();
      const work = gate();
      const first = now('review', 'first');
      const following = now('review', 'following');
      await alarms.start(async (alarm) => {
        await ear.ring(alarm);
        await work.passed;
        await alarms.set(following);
      });
      await alarms.set(first);
      await ear.heard(first);
      const closed = alarms.close();
      work.open();
      await closed;
      expect(world.said).toEqual([]);
      const next = await world.open();
      await next.start(ear.ring);
      await ear.heard(following);
    });

    test('keeps the pause of a handler that failed, however often a sweep sets the alarm again', async () => {
      const alarms = await world.open({ retries: { attempts: 3, firstPause: 3_600_000 } });
      await alarms.start(ear.ring);
      const bad = now('review', 'bad');
      ear.fail(bad, 5);
      await alarms.set(bad);
      await ear.heard(bad);
      for (let count = 0; count < 10; count += 1) {
        const other = now('review', `other-${count}`);
        await alarms.set(bad);
        await alarms.set(other);
        await ear.heard(other);
      }
      expect(ear.times(bad)).toBe(1);
    });

    test('says in the log when a handler failed, and when for the last time', async () => {
      const alarms = await world.open();
      await alarms.start(ear.ring);
      const bad = now('review', 'bad');
      ear.fail(bad, 3);
      await alarms.set(bad);
      await ear.heard(bad, 3);
      await alarms.close();
      const about = world.said.filter(({ msg }) => msg.startsWith('An alarm failed')).map(({ msg }) => msg);
      expect(about).toEqual([
        'An alarm failed, and rings again later.',
        'An alarm failed, and rings again later.',
        'An alarm failed for the last time; the next sweep sets it again.',
      ]);
    });

    test('drops what is no alarm, with a line in the log', async () => {
      const alarms = await world.open();
      await alarms.start(ear.ring);
      await addJunk(world.settings);
      const after = now('review', 'after');
      await alarms.set(after);
      await ear.heard(after);
      await alarms.close();
      expect(world.said.filter(({ msg }) => msg.includes('no alarm'))).toHaveLength(3);
      expect(ear.rung).toEqual([after]);
    });
  });
}

async function addJunk(settings: QueueSettings): Promise<void> {
  const { queue, close } = rawQueue(settings);
  const junk = [{ look: 'at this', id: 'x', at: 'soon' }, 'text', null];
  for (const [index, data] of junk.entries()) await queue.add('junk', data, { jobId: `junk-${index}` });
  await queue.close();
  await close();
}

function rawQueue(settings: QueueSettings) {
  const name = 'looking';
  if ('redisUrl' in settings) {
    const connection = new Redis(settings.redisUrl);
    return { queue: new Queue(name, { connection, prefix: 'muster' }), close: async () => connection.disconnect() };
  }
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  if ('pool' in settings) {
    return {
      queue: new PostgresQueue(name, { connection: settings.pool as unknown as PgPool }),
      close: async () => {},
    };
  }
  const pool = new pg.Pool({ connectionString: settings.databaseUrl, options: '-c search_path=bullmq' });
  return { queue: new PostgresQueue(name, { connection: pool as unknown as PgPool }), close: () => pool.end() };
}
