import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../infra/image-folder.ts';
import { startMuster } from '../support/muster-process.ts';

test('the terminal answers while Muster runs on its embedded database, and after it was killed', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'muster-terminal-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const muster = (...typed: readonly string[]) => {
    const env = { PATH: process.env['PATH'], MUSTER_DATA_DIR: join(dir, 'data'), PORT: '0' };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...typed], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const server = await startMuster(join(dir, 'data'));
  onTestFinished(() => server.kill().catch(() => undefined));
  const during = muster('reviews', '--json');
  const [review] = JSON.parse(during.stdout);
  expect(review).toMatchObject({ programId: 'kubernetes-security', demo: true });

  const second = muster('serve');
  expect(second.status).not.toBe(0);
  expect(second.stderr).toMatch(/is held by process \d+/);
  expect(muster('open', 'kubernetes-security', '--yes')).toMatchObject({ status: 1 });

  const file = join(dir, 'review.jsonl');
  expect(muster('export', review.id, '-o', file)).toMatchObject({ status: 0 });
  expect(muster('verify', file)).toMatchObject({ status: 0, stdout: expect.stringContaining('a demo') });
  expect(muster('verify', '--database')).toMatchObject({ status: 0 });

  await server.kill();
  expect(muster('doctor')).toMatchObject({ status: 0, stdout: expect.stringContaining('Ready for a first review') });
  const [after] = JSON.parse(muster('status', review.id, '--json').stdout);
  expect(after).toMatchObject({ id: review.id, asked: review.asked });
  expect(muster('rebuild')).toMatchObject({ status: 0 });
  expect(JSON.parse(muster('reviews', '--json').stdout)).toEqual(JSON.parse(during.stdout));
});
