/** The queues on Redis, through ioredis. */
import { type ConnectionOptions, Queue, type RedisQueueBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { Ground } from './ground.ts';
import { type OutageLog, outageLog } from './outage-log.ts';
import { PatientWorker } from './patient-worker.ts';
import { queueOptions, workerOptions } from './queue-options.ts';

/** Keeps our keys apart from those of others in the same Redis. */
const prefix = 'muster';

const always = {
  connectTimeout: 5000,
  /** A connection that died without a word is noticed; longer than the ten seconds a worker blocks. */
  socketTimeout: 30_000,
  retryStrategy: (times: number) => Math.min(times * 200, 2000),
} satisfies RedisOptions;

/** Whoever sets an alarm wants an answer, also a bad one, and what could not be sent must not pile up meanwhile. */
const asking = { ...always, commandTimeout: 5000, maxRetriesPerRequest: 3 } satisfies RedisOptions;

/** A worker waits for as long as Redis is gone; BullMQ demands the null. */
const working = { ...always, maxRetriesPerRequest: null } satisfies RedisOptions;

export async function redisGround(redisUrl: string, log: Logger): Promise<Ground> {
  const outage = outageLog(log);
  const asker = connect(redisUrl, asking, outage);
  await ready(asker, redisUrl);
  const clients = [asker];

  return {
    queue(name) {
      const queue = new Queue<unknown, void>(name, { connection: asker, prefix, ...queueOptions });
      queue.on('error', outage.trouble);
      return queue;
    },
    worker(name, process) {
      const client = connect(redisUrl, working, outage);
      clients.push(client);
      const options = { connection: client, prefix, ...workerOptions };
      const worker = new PatientWorker<RedisQueueBackend, ConnectionOptions>(name, process, options);
      worker.on('error', outage.trouble);
      return worker;
    },
    async ping() {
      await asker.ping();
      outage.back();
    },
    async close() {
      for (const client of clients) client.disconnect();
    },
  };
}

function connect(redisUrl: string, options: typeof asking | typeof working, outage: OutageLog): Redis {
  const client = new Redis(redisUrl, options);
  client.on('error', outage.lost);
  client.on('ready', outage.back);
  return client;
}

async function ready(client: Redis, redisUrl: string): Promise<void> {
  try {
    await client.ping();
  } catch (cause) {
    client.disconnect();
    throw new Error(`Redis does not answer at ${shown(redisUrl)}. Start it, or fix REDIS_URL.`, { cause });
  }
}

/** Host and port, or the path of the socket: what stands before or behind them may be a secret. */
function shown(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\?.*$/s, '');
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
