/** A throw-away Redis of its own on a socket in a temporary folder. What it held is gone when it stops. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RedisServer = {
  /** What REDIS_URL would hold. */
  readonly url: string;
  /** Begins again, empty, on the same socket. */
  start(): Promise<void>;
  /** Dies at once, as at a power cut. */
  kill(): Promise<void>;
  /** Stops and clears up. */
  stop(): Promise<void>;
};

export function redisInstalled(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

export const whyRedis = 'redis-server is not on the PATH; on Debian it is in the package redis-server.';

export async function redisServer(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-redis-'));
  const url = join(folder, 'redis.sock');
  let running: ChildProcess | undefined;
  const server = {
    url,
    async start() {
      running = spawn('redis-server', ['--port', '0', '--unixsocket', url, '--save', '', '--dir', folder]);
      await ready(running);
    },
    async kill() {
      const dying = running;
      running = undefined;
      if (!dying || dying.exitCode !== null) return;
      const gone = once(dying, 'exit');
      dying.kill('SIGKILL');
      await gone;
    },
    async stop() {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  } satisfies RedisServer;
  await server.start();
  return server;
}

/** Goes on reading what it says after that: a full pipe would stop it. */
function ready(redis: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    redis.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (/ready to accept connections/i.test(said)) resolve();
    });
    redis.once('exit', () => reject(new Error(`redis-server did not start:\n${said}`)));
  });
}
