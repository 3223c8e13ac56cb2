import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { bullmqAlarms } from '../../../src/adapters/bullmq/bullmq-alarms.ts';
import { alarmsContract } from '../../support/alarms-contract.ts';
import { redisInstalled, whyRedis } from '../../support/redis-server.ts';
import { service } from '../../support/require-services.ts';
import { testClock } from '../../support/test-clock.ts';
import { outageCases } from './outage-cases.ts';
import { queueCases } from './queue-cases.ts';
import { redisWorld } from './redis-world.ts';

service(
  'Redis',
  redisInstalled(),
  whyRedis,
)('BullMQ on Redis', () => {
  alarmsContract('Redis', redisWorld);
  queueCases('Redis', redisWorld);
  outageCases('Redis', redisWorld);
});

describe('a Redis that is not there', () => {
  test('is told at the start, without its password', async () => {
    const options = { clock: testClock('2026-11-23T08:00:00.000Z'), log: pino({ level: 'silent' }) };
    // Port 1 is nobody's.
    const opening = bullmqAlarms({ redisUrl: 'redis://muster:secret@127.0.0.1:1/0' }, options);
    await expect(opening).rejects.toThrow('Redis does not answer at redis://127.0.0.1:1.');
    await expect(opening).rejects.not.toThrow('secret');
  });
});
