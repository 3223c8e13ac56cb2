/** Newline-delimited JSON over a socket, with a bound on what one line may hold. */
import type { Socket } from 'node:net';

export class LineTooLong extends Error {
  constructor(most: number) {
    super(`A line is longer than ${most} bytes.`);
    this.name = 'LineTooLong';
  }
}

/** The lines that arrive, parsed. Throws LineTooLong, or a SyntaxError for what is no JSON; the socket stays open to say so. */
export async function* linesOf(socket: Socket, most: number): AsyncGenerator<unknown> {
  let pieces: Buffer[] = [];
  let held = 0;
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      if (held + end > most) throw new LineTooLong(most);
      yield JSON.parse(Buffer.concat([...pieces, rest.subarray(0, end)]).toString('utf8'));
      rest = rest.subarray(end + 1);
      pieces = [];
      held = 0;
    }
    held += rest.length;
    if (held > most) throw new LineTooLong(most);
    if (rest.length > 0) pieces.push(rest);
  }
}

/** Resolves when there is room for more, so that a slow reader holds the writer and not the memory. */
export function writeLine(socket: Socket, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) return reject(new Error('The other side is gone.'));
    socket.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
