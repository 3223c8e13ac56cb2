import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Handler } from '../../../src/adapters/socket/answer.ts';
import { connectTo } from '../../../src/adapters/socket/ask.ts';
import { lockAndServe } from '../../../src/adapters/socket/lock-and-serve.ts';
import { contender, killed } from './processes.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'muster-socket-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function held(dir: string, handler: Handler) {
  const lock = await lockAndServe(dir, 'test');
  if (lock.held !== 'here') throw new Error('The folder should be free.');
  lock.answerWith(handler);
  onTestFinished(() => lock.close());
  return lock;
}

async function asked(dir: string, request: unknown): Promise<unknown[]> {
  const connection = await connectTo(dir);
  if (!connection) throw new Error('Somebody should hold the folder.');
  const items: unknown[] = [];
  for await (const item of connection.ask(request)) items.push(item);
  return items;
}

test('whoever holds a folder answers questions about it, item by item', async () => {
  const dir = await folder();
  await held(dir, async function* (request) {
    yield request;
    yield 'and more';
  });
  expect(await asked(dir, { ask: 'status' })).toEqual([{ ask: 'status' }, 'and more']);
});

test('nobody holds a folder that is empty or not there', async () => {
  const dir = await folder();
  expect(await connectTo(dir)).toBeUndefined();
  expect(await connectTo(join(dir, 'nowhere'))).toBeUndefined();
});

test('only the owner may use the socket', async () => {
  const dir = await folder();
  await held(dir, async function* () {});
  const [name = ''] = await readdir(dir);
  expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600);
});

test('a second process is told who holds the folder, and a free folder is free again after closing', async () => {
  const dir = await folder();
  const lock = await held(dir, async function* () {});
  expect(await lockAndServe(dir, 'other')).toEqual({
    held: 'elsewhere',
    by: { muster: 1, state: 'running', pid: process.pid, title: 'test' },
  });
  await lock.close();
  expect(await readdir(dir)).toEqual([]);
  await held(dir, async function* () {});
});

test('a path too long for a socket is gone around', async () => {
  const dir = join(await folder(), 'a'.repeat(80), 'b'.repeat(80));
  await mkdir(dir, { recursive: true });
  const lock = await held(dir, async function* () {
    yield 1;
  });
  expect(await asked(dir, {})).toEqual([1]);
  expect((await lockAndServe(dir, 'other')).held).toBe('elsewhere');
  await lock.close();
  expect(await readdir(dir)).toEqual([]);
});

test('a failure comes back as a sentence, and the holder lives on', async () => {
  const dir = await folder();
  await held(dir, async function* (request) {
    if (request === 'fail') throw new Error('The database is gone.');
    yield 'fine';
  });
  await expect(asked(dir, 'fail')).rejects.toThrow('The database is gone.');
  expect(await asked(dir, 'again')).toEqual(['fine']);
});

test.each([
  ['junk', '{not json\n'],
  ['a request without end', 'x'.repeat(100_000)],
])('%s is refused with a sentence, and the holder lives on', async (_, sent) => {
  const dir = await folder();
  await held(dir, async function* () {
    yield 'fine';
  });
  const [name = ''] = await readdir(dir);
  const socket = connect(join(dir, name));
  let said = '';
  socket.on('data', (chunk) => {
    said += String(chunk);
  });
  socket.on('error', () => undefined);
  socket.write(sent);
  await new Promise((resolve) => socket.once('close', resolve));
  expect(said).toContain('The request could not be read.');
  expect(await asked(dir, 'x')).toEqual(['fine']);
});

test('a reader that leaves in the middle ends its answer and nothing else', async () => {
  const dir = await folder();
  let ended = false;
  await held(dir, async function* (request) {
    try {
      for (let i = 0; request === 'for ever' || i < 1; i++) yield 'x'.repeat(10_000);
    } finally {
      if (request === 'for ever') ended = true;
    }
  });
  const connection = await connectTo(dir);
  for await (const _ of connection?.ask('for ever') ?? []) break;
  await expect.poll(() => ended).toBe(true);
  expect(await asked(dir, 'once')).toHaveLength(1);
});

test('what kill -9 leaves behind holds nothing', async () => {
  const dir = await folder();
  const first = await contender(dir);
  expect(await first.tryNow()).toBe('here');
  expect(await asked(dir, 'who')).toEqual([{ pid: first.process.pid, request: 'who' }]);
  expect((await lockAndServe(dir, 'test')).held).toBe('elsewhere');
  await killed(first);
  expect(await readdir(dir)).toHaveLength(1);
  await held(dir, async function* () {});
  expect(await readdir(dir)).toHaveLength(1);
});

test('a file that is no socket does not stand in the way', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'muster-00000000.sock'), '');
  await held(dir, async function* () {});
});

test('of four processes that want a folder at once, after a kill, exactly one holds it', async () => {
  const dir = await folder();
  const contenders = await Promise.all([1, 2, 3, 4].map(() => contender(dir)));
  for (let left = contenders; left.length > 1; ) {
    const results = await Promise.all(left.map(async (each) => ({ each, held: await each.tryNow() })));
    const holders = results.filter(({ held }) => held === 'here');
    expect(holders).toHaveLength(1);
    for (const { each } of holders) await killed(each);
    left = await Promise.all(left.slice(1).map(() => contender(dir)));
  }
});
