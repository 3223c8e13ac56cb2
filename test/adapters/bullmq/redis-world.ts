/** Alarms on a Redis of their own. */
import { Redis } from 'ioredis';
import { type RedisServer, redisServer } from '../../support/redis-server.ts';
import { type QueueWorld, queueWorld } from './queue-world.ts';

export async function redisWorld(): Promise<QueueWorld & { server: RedisServer }> {
  const server = await redisServer();
  const world = queueWorld({
    settings: { redisUrl: server.url },
    async wipe() {
      const client = new Redis(server.url);
      await client.flushall();
      client.disconnect();
    },
    clearUp: () => server.stop(),
  });
  return { ...world, server };
}
