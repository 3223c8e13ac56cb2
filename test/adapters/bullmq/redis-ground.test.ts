import { pino } from 'pino';
import { expect, test } from 'vitest';
import { redisGround } from '../../../src/adapters/bullmq/redis-ground.ts';

test.each([
  ['redis://muster:half@other-half@127.0.0.1:1/0', 'redis://127.0.0.1:1'],
  ['redis://127.0.0.1:1/0?password=half@other-half', 'redis://127.0.0.1:1'],
  ['/nowhere/redis.sock?password=half@other-half', '/nowhere/redis.sock'],
])('says that Redis does not answer at %s, and no part of its password', async (address, shown) => {
  const failed = await redisGround(address, pino({ level: 'silent' })).then(
    () => 'It answered.',
    (error: Error) => error.message,
  );
  expect(failed).toBe(`Redis does not answer at ${shown}. Start it, or fix REDIS_URL.`);
});
