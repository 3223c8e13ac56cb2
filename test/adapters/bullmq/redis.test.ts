import { alarmsContract } from '../../support/alarms-contract.ts';
import { redisInstalled, whyRedis } from '../../support/redis-server.ts';
import { service } from '../../support/require-services.ts';
import { redisWorld } from './redis-world.ts';

service(
  'Redis',
  redisInstalled(),
  whyRedis,
)('BullMQ on Redis', () => {
  alarmsContract('Redis', redisWorld);
});
