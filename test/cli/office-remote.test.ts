import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectTo } from '../../src/adapters/socket/ask.ts';
import { lockAndServe } from '../../src/adapters/socket/lock-and-serve.ts';
import { serveOffice } from '../../src/adapters/socket/serve-office.ts';
import { muster, office } from './stand-ins.ts';

/** A running Muster over the stand-in office; commands have to reach it through the socket. */
async function running(theirs = office()): Promise<{ env: Record<string, string>; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'muster-remote-'));
  const lock = await lockAndServe(dir, 'muster serve');
  if (lock.held !== 'here') throw new Error('The folder should be free.');
  lock.answerWith(serveOffice(theirs));
  onTestFinished(async () => {
    await lock.close();
    await rm(dir, { recursive: true });
  });
  return { dir, env: { DATABASE_URL: '', MUSTER_DATA_DIR: dir } };
}

const nobody = office({ reviews: () => Promise.reject(new Error('The database must not be opened twice.')) });

test.each([
  'programs',
  'preview p1',
  'open p1 --yes',
  'reviews',
  'status r1',
  'status',
  'verify --database',
  'rebuild',
  'export r1',
])('%s says the same through a running Muster’s socket', async (typed) => {
  const { env } = await running();
  const remote = await muster(typed, { env, office: nobody });
  expect(remote).toEqual(await muster(typed));
  expect(remote.code).toBe(0);
});

test('refusals come through as they are', async () => {
  const { env } = await running();
  for (const typed of ['preview other', 'export other', 'status other', 'open other --yes']) {
    expect(await muster(typed, { env, office: nobody })).toEqual(await muster(typed));
  }
});

test('a failure there is a sentence here, and unavailable', async () => {
  const { env } = await running(office({ reviews: () => Promise.reject(new Error('The database is gone.')) }));
  expect(await muster('reviews', { env })).toEqual({ code: 3, out: '', err: 'The database is gone.\n' });
});

test('a request it does not know is refused and harms nothing', async () => {
  const { dir, env } = await running();
  for (const request of [{ ask: 'drop everything' }, 7, null, { ask: 'export', review: 'x'.repeat(1000) }]) {
    const connection = await connectTo(dir);
    const answer = connection?.ask(request).next();
    await expect(answer).rejects.toThrow('does not know that request');
  }
  expect(await muster('reviews', { env, office: nobody })).toMatchObject({ code: 0 });
});

test('without a running Muster the command holds the folder itself, and frees it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'muster-own-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await mkdir(join(dir, 'database'));
  const env = { DATABASE_URL: '', MUSTER_DATA_DIR: dir };
  const curious = office({
    async reviews() {
      expect((await lockAndServe(dir, 'other')).held).toBe('elsewhere');
      return [];
    },
  });
  expect(await muster('reviews', { env, office: curious })).toMatchObject({ code: 0 });
  const after = await lockAndServe(dir, 'other');
  expect(after.held).toBe('here');
  if (after.held === 'here') await after.close();
});
