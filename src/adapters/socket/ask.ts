/** Asks the process that holds a data folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { frame } from './frames.ts';
import { writeLine } from './lines.ts';
import { socketName } from './lock-and-serve.ts';
import { reach } from './reach.ts';

export type Connection = {
  readonly pid: number;
  readonly title: string;
  /** One request, answered item by item; not more, each request has a connection of its own. */
  ask(request: unknown): AsyncGenerator<unknown>;
  close(): void;
};

/** The running process, or undefined when nobody holds the folder. */
export async function connectTo(dataDir: string): Promise<Connection | undefined> {
  const names = (await readdir(dataDir).catch(() => [])).filter((name) => socketName.test(name));
  for (const name of names) {
    const reached = await reach(join(dataDir, name));
    if (!reached.alive || !reached.greeting) continue;
    const { socket, lines, greeting } = reached;
    if (greeting.state === 'starting') {
      socket.destroy();
      continue;
    }
    const ask = (request: unknown) =>
      exchange(
        () => writeLine(socket, request),
        lines,
        () => socket.destroy(),
      );
    return { pid: greeting.pid, title: greeting.title, ask, close: () => socket.destroy() };
  }
  return undefined;
}

async function* exchange(
  send: () => Promise<void>,
  lines: AsyncGenerator<unknown>,
  close: () => void,
): AsyncGenerator<unknown> {
  try {
    await send();
    for await (const line of lines) {
      const received = frame.parse(line);
      if ('end' in received) return;
      if ('failed' in received) throw new Error(received.failed);
      yield received.item;
    }
  } finally {
    close();
  }
  throw new Error('The running Muster stopped in the middle of its answer. Try again once it is back.');
}
