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
  const muster = (...typed: readonly string[]) =>
    musterWith({ MUSTER_DATA_DIR: join(dir, 'data'), PORT: '0' }, ...typed);
  const musterWith = (set: Record<string, string>, ...typed: readonly string[]) => {
    const env = { PATH: process.env['PATH'], ...set };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...typed], {
      cwd: root,
      env,
      encoding: 'utf8',
      // Whatever keeps the process from ending is killed, which is no exit code.
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };
  const server = await startMuster(join(dir, 'data'));
  onTestFinished(() => server.kill().catch(() => undefined));
  const during = muster('reviews', '--json');
  const [review] = JSON.parse(during.stdout);
  expect(review).toMatchObject({ programId: 'kubernetes-security', demo: true });

  const elsewhere = { MUSTER_DATA_DIR: join(dir, 'other'), PORT: new URL(server.url).port };
  const onTakenPort = musterWith(elsewhere, 'serve');
  expect(onTakenPort).toMatchObject({ status: 1, stderr: expect.stringMatching(/is taken by another process/) });
  expect(onTakenPort.stderr).not.toContain('LOG_LEVEL');

  const second = muster('serve');
  expect(second.status).toBe(1);
  expect(second.stderr).toMatch(/is held by process \d+/);
  expect(muster('open', 'kubernetes-security', '--yes')).toMatchObject({ status: 1 });

  const file = join(dir, 'review.jsonl');
  expect(muster('export', review.id, '-o', file)).toMatchObject({ status: 0 });
  expect(muster('verify', file)).toMatchObject({ status: 0, stdout: expect.stringContaining('a demo') });
  expect(muster('verify', '--database')).toMatchObject({ status: 0 });

  await server.kill();
  expect(muster('doctor')).toMatchObject({ status: 0, stdout: expect.stringContaining('The demo is ready.') });
  const [after] = JSON.parse(muster('status', review.id, '--json').stdout);
  expect(after).toMatchObject({ id: review.id, asked: review.asked });
  expect(muster('rebuild')).toMatchObject({ status: 0 });
  expect(JSON.parse(muster('reviews', '--json').stdout)).toEqual(JSON.parse(during.stdout));
  // Ten processes, two of which make a database: on a busy machine that takes its time.
}, 300_000);
