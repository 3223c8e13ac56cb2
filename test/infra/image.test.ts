import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type PostgresServer, postgresInstalled, postgresServer, whyPostgres } from '../support/postgres-server.ts';
import { type RedisServer, redisInstalled, redisServer, whyRedis } from '../support/redis-server.ts';
import { service } from '../support/require-services.ts';
import { type Image, imageFolder } from './image-folder.ts';

const missing = [postgresInstalled ? '' : whyPostgres, redisInstalled() ? '' : whyRedis].filter((why) => why !== '');
const suite = service('Postgres and Redis', missing.length === 0, missing.join(' '));

suite('the image', () => {
  let image: Image;
  let postgres: PostgresServer;
  let redis: RedisServer;

  beforeAll(async () => {
    image = imageFolder();
    [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
  }, 240_000);
  afterAll(async () => {
    await Promise.all([postgres?.stop(), redis?.stop()]);
    image?.remove();
  });

  const environment = async (change: Readonly<Record<string, string>>) => ({
    PATH: process.env['PATH'],
    ...image.stage.env,
    MUSTER_DATA_DIR: join(image.folder, 'data'),
    DATABASE_URL: await postgres.createDatabase(),
    REDIS_URL: redis.url,
    ...change,
  });

  test('holds what runs in production and nothing that only builds or tests', () => {
    for (const path of ['dist/main.js', 'dist/cli.js', 'questions/kubernetes-security/checklist.yaml', 'LICENSE']) {
      expect(existsSync(join(image.folder, path)), path).toBe(true);
    }
    for (const path of ['node_modules/typescript', 'node_modules/vitest', 'test', 'src/main.ts', '.git']) {
      expect(existsSync(join(image.folder, path)), path).toBe(false);
    }
  });

  test('refuses to start in production without a chat platform, with a sentence and exit code 1', async () => {
    const [node = '', ...options] = image.stage.command;
    const env = await environment({});
    const ended = spawnSync(node, options, { cwd: image.folder, env, encoding: 'utf8' });
    expect(ended.stderr).toContain('No chat platform is set up, so nobody could be asked anything.');
    expect(ended.stderr).not.toContain('    at ');
    expect(ended.status).toBe(1);
  });

  test('starts as the demo (the one configuration without a chat platform, and not with NODE_ENV=production) on Postgres and Redis, turns ready, is healthy, and stops when asked', async () => {
    const port = await freePort();
    const env = await environment({ NODE_ENV: 'development', MUSTER_DEMO: 'on', PORT: String(port) });
    const [node = '', ...options] = image.stage.command;
    const server = spawn(node, options, { cwd: image.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void server.kill('SIGKILL'));
    await said(server, `http://localhost:${port}`);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect({ status: ready.status, body: await ready.json() }).toEqual({ status: 200, body: { ready: true } });
    const [check = '', ...checking] = image.stage.healthcheck;
    expect(spawnSync(check, checking, { env, cwd: image.folder }).status).toBe(0);
    const page = await fetch(`http://127.0.0.1:${port}/page/tokens.css`);
    expect(page.status).toBe(200);
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(spawnSync(check, checking, { env, cwd: image.folder }).status).toBe(1);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}

function said(server: ChildProcess, words: string): Promise<void> {
  let heard = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      heard += String(chunk);
      if (heard.includes(words)) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${heard}`)));
  });
}
