/** The socket in a data folder: while its process lives nobody else opens the folder, and others may ask through it. */
import { chmodSync } from 'node:fs';
import { mkdir, readdir, unlink } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answer, type Handler } from './answer.ts';
import type { Greeting } from './frames.ts';
import { reach } from './reach.ts';
import { withShortPath } from './short-path.ts';

export type Holder = { readonly pid?: number; readonly title?: string };
export type Lock =
  | { readonly held: 'here'; answerWith(handler: Handler): void; close(): Promise<void> }
  | { readonly held: 'elsewhere'; readonly by: Holder };

/** How long two that start at once step back for each other before one gives up. */
const rounds = 40;

/**
 * Everyone first announces themselves with a socket of their own, then looks for others, and holds the folder only
 * when nobody else is there. Of two that do so at once, whoever looks last sees the other: both can never hold it.
 * The kernel closes a dead process's socket, so what `kill -9` leaves behind refuses connections and is swept away.
 */
export async function lockAndServe(dataDir: string, title: string): Promise<Lock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  for (let round = 0; round < rounds; round++) {
    const mine = await announce(dataDir, title);
    const other = await lookForOthers(dataDir, mine.name);
    if (!other) return mine.hold();
    await mine.close();
    if (other.state === 'running') return { held: 'elsewhere', by: other };
    await pause(10 + Math.random() * 200);
  }
  return { held: 'elsewhere', by: {} };
}

export const socketName = /^muster-[0-9a-f]{8}\.sock$/;

async function announce(dataDir: string, title: string) {
  const name = `muster-${crypto.randomUUID().slice(0, 8)}.sock`;
  let state: Greeting['state'] = 'starting';
  let handler: Handler = notYet;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    void answer(socket, { muster: 1, state, pid: process.pid, title }, (request) => handler(request));
  });
  server.maxConnections = 64;
  const path = join(dataDir, name);
  await withShortPath(path, (short) => listen(server, short));
  const close = () => closeAll(server, open, path);
  const hold = (): Lock => {
    state = 'running';
    const answerWith = (given: Handler) => {
      handler = given;
    };
    return { held: 'here', answerWith, close };
  };
  return { name, close, hold };
}

/** Only its owner may speak to it, from the first moment on: the mask holds while the file is made. */
function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error) => reject(new Error(`The data folder takes no socket: ${cause.message}.`, { cause }));
    server.once('error', refuse);
    const before = process.umask(0o177);
    try {
      server.listen(path, () => resolve());
    } finally {
      process.umask(before);
    }
    try {
      if (server.listening) chmodSync(path, 0o600);
    } catch (error) {
      // Whoever looked at it before it answered took it for one that is left over.
      server.close();
      refuse(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

async function lookForOthers(dataDir: string, mine: string): Promise<(Holder & { state: string }) | undefined> {
  const others = (await readdir(dataDir)).filter((name) => socketName.test(name) && name !== mine);
  const found = await Promise.all(others.map((name) => look(join(dataDir, name))));
  return found.find((other) => other?.state === 'running') ?? found.find((other) => other !== undefined);
}

async function look(path: string): Promise<(Holder & { state: string }) | undefined> {
  const reached = await reach(path);
  if (!reached.alive) {
    if (reached.left === 'a file') await unlink(path).catch(() => undefined);
    return undefined;
  }
  // Looked at again before we believe that it stays: it may be about to leave.
  if (!reached.greeting) return { state: 'unknown' };
  reached.socket.destroy();
  return reached.greeting;
}

async function closeAll(server: Server, open: ReadonlySet<Socket>, path: string): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const socket of open) socket.destroy();
  });
  // Bound by a short name that is gone by now, the file would stay.
  await unlink(path).catch(() => undefined);
}

// biome-ignore lint/correctness/useYield: there is nothing to say yet but that.
async function* notYet(): AsyncGenerator<never> {
  throw new Error('Muster is still starting. Try again in a moment.');
}
