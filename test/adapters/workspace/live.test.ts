/** The stream a page listens on: whoever closes their window leaves its place to another. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import express from 'express';
import { afterEach, expect, it } from 'vitest';
import { live } from '../../../src/adapters/workspace/live.ts';
import { notifier } from '../../../src/adapters/workspace/notifier.ts';
import { gate } from '../../support/gate.ts';
import { memoryRecords } from '../../support/memory-records.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Somebody looks up who listens, and takes until `late` opens. */
async function listeningTo(late: Promise<void>, asked: () => void) {
  const { directory } = memoryRecords({ now: () => '2026-11-23T08:30:00.000Z' });
  await directory.remember([{ key: 'pia', name: 'Pia Lund', zone: 'Europe/Stockholm', platform: 'workspace' }]);
  const slow = {
    ...directory,
    async people() {
      asked();
      await late;
      return directory.people();
    },
  };
  // Nothing else of the workspace is asked.
  const { router, close } = live({ directory: slow, notifier: notifier() });
  const server = createServer(express().use(router)).listen(0, '127.0.0.1');
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  closing.push(
    close,
    () => server.closeAllConnections(),
    () => void server.close(),
  );
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/as/pia/live`, open };
}

it('has room again where windows were closed before they heard anything', async () => {
  const [asked, late] = [gate(), gate()];
  let waiting = 0;
  const { url, open } = await listeningTo(late.passed, () => {
    waiting += 1;
    if (waiting === 64) asked.open();
  });
  const left = new AbortController();
  const windows = Array.from({ length: 64 }, () => fetch(url, { signal: left.signal }).catch(() => undefined));
  await asked.passed;
  left.abort();
  await Promise.all(windows);
  await expect.poll(() => open.size).toBe(0);
  late.open();
  const more = await fetch(url);
  await more.body?.cancel();
  expect(more.status).toBe(200);
});
