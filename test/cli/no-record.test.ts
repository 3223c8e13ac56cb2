/** A terminal where no record is: it says where it looked, and leaves nothing behind. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { muster, office } from './stand-ins.ts';

async function nowhere() {
  const home = await mkdtemp(join(tmpdir(), 'muster-no-record-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const folder = join(home, 'data');
  return { folder, env: { DATABASE_URL: '', MUSTER_DATA_DIR: folder } };
}

test.each(['status', 'reviews', 'export r1', 'verify --database', 'rebuild'])(
  '%s names the folder it looked in, and does not make it',
  async (typed) => {
    const { folder, env } = await nowhere();
    const told = await muster(typed, { env });
    expect(told).toMatchObject({ code: 3, out: '', err: expect.stringContaining(`There is no record in ${folder}.`) });
    expect(existsSync(folder)).toBe(false);
  },
);

test.each(['programs', 'preview p1', 'doctor'])('%s does with the files, and makes no folder', async (typed) => {
  const { folder, env } = await nowhere();
  expect((await muster(typed, { env })).code).toBe(0);
  expect(existsSync(folder)).toBe(false);
});

test('doctor says that the first start makes the record, and where', async () => {
  const { folder, env } = await nowhere();
  const { out } = await muster('doctor --json', { env });
  const database = JSON.parse(out).find(({ id }: { id: string }) => id === 'database');
  expect(database).toMatchObject({ state: 'ok', sentence: expect.stringContaining(folder) });
});

test('opening a review begins the record there', async () => {
  const { folder, env } = await nowhere();
  expect((await muster('open p1 --yes', { env })).code).toBe(0);
  expect(existsSync(folder)).toBe(true);
});

test.each(['status', 'reviews'])('%s of a record without reviews says which one it read', async (typed) => {
  const none = office({ status: async () => [], reviews: async () => [] });
  const told = await muster(typed, { office: none });
  expect(told).toMatchObject({ code: 0, out: expect.stringContaining('the database that DATABASE_URL names') });
});
