/** Connects to a socket file, and tells a living process from what one left behind. */
import { connect, type Socket } from 'node:net';
import { type Greeting, greeting, longestAnswer } from './frames.ts';
import { linesOf } from './lines.ts';
import { withShortPath } from './short-path.ts';

export type Reached =
  | {
      readonly alive: true;
      readonly socket: Socket;
      readonly lines: AsyncGenerator<unknown>;
      readonly greeting: Greeting;
    }
  /** It lives, but does not greet: stopped, crowded, on its way out, or not ours. */
  | { readonly alive: true; readonly greeting?: never }
  | { readonly alive: false; readonly left: 'a file' | 'nothing' };

/** A process that holds its thread for a first start may need a while to greet. */
const patience = 10_000;

export async function reach(path: string): Promise<Reached> {
  const opened = await withShortPath(path, open);
  if (!('socket' in opened)) return opened;
  const { socket } = opened;
  const late = setTimeout(() => socket.destroy(), patience);
  const lines = linesOf(socket, longestAnswer);
  const first = await lines.next().catch(() => undefined);
  clearTimeout(late);
  const parsed = greeting.safeParse(first?.value);
  if (parsed.success) return { alive: true, socket, lines, greeting: parsed.data };
  socket.destroy();
  return { alive: true };
}

function open(path: string): Promise<{ socket: Socket } | Reached> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      // From here on an error ends the reading, and is told there.
      socket.on('error', () => undefined);
      resolve({ socket });
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ENOENT') resolve({ alive: false, left: 'nothing' });
      else if (code === 'ECONNREFUSED' || code === 'ENOTSOCK') resolve({ alive: false, left: 'a file' });
      // EAGAIN is a full queue, EACCES another user's process: whoever it is, the folder is not free.
      else resolve({ alive: true });
    });
  });
}
