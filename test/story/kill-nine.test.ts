/** Law 3 at the front door: an acknowledged answer is never lost, not even to `kill -9`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Clicker, clicker } from '../support/clicker.ts';
import { type MusterProcess, startMuster } from '../support/muster-process.ts';
import { muster } from '../support/muster-terminal.ts';

const running: MusterProcess[] = [];
const folders: string[] = [];
afterAll(async () => {
  await Promise.all(running.map((one) => one.kill()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

async function start(folder: string): Promise<MusterProcess> {
  const started = await startMuster(folder);
  running.push(started);
  return started;
}

/** Presses until nobody answers any more; what was answered to is acknowledged. */
async function pressUntilGone(person: Clicker, pressed: (count: number) => void): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (const prompt of person.prompts) {
    try {
      await person.answerYes(prompt);
    } catch (error) {
      // The connection broke: fetch says so with a TypeError. Anything else is a refusal, and a failure of this test.
      if (error instanceof TypeError) return acknowledged;
      throw error;
    }
    acknowledged.push(prompt);
    pressed(acknowledged.length);
  }
  return acknowledged;
}

/** Every prompt that has an answer, read from an export by a terminal beside the running server. */
async function answeredIn(folder: string): Promise<readonly string[]> {
  const run = (...typed: string[]) => muster({ MUSTER_DATA_DIR: folder }, ...typed);
  const { stdout } = await run('reviews', '--json');
  const [review] = JSON.parse(stdout) as { id: string }[];
  const exported = await run('export', review?.id ?? expect.fail('There is no review.'), '--format', 'jsonl');
  const lines = exported.stdout.trimEnd().split('\n');
  const answers = lines.map((line) => JSON.parse(line) as { kind: string; prompt: string; state: string });
  return answers.filter(({ kind, state }) => kind === 'answer' && state === 'answered').map(({ prompt }) => prompt);
}

it('finds every acknowledged answer again after kill -9 during answering', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-kill-'));
  folders.push(folder);
  const first = await start(folder);
  const people = await Promise.all(['anna', 'ravi', 'tomasz'].map((key) => clicker(first.url, key)));
  let killed: Promise<void> | undefined;
  const answered = await Promise.all(
    people.map((person) =>
      pressUntilGone(person, (count) => {
        if (count === 5) killed ??= first.kill();
      }),
    ),
  );
  await killed;
  const acknowledged = answered.flat();
  expect(acknowledged.length).toBeGreaterThanOrEqual(5);
  expect(acknowledged.length).toBeLessThan(people.flatMap(({ prompts }) => prompts).length);

  await start(folder);
  expect(await answeredIn(folder)).toEqual(expect.arrayContaining(acknowledged));
});
