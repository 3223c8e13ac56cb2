/** The server's side of one connection: greets, reads one request, sends what the handler yields. */
import type { Socket } from 'node:net';
import { type Greeting, longestRequest } from './frames.ts';
import { LineTooLong, linesOf, writeLine } from './lines.ts';

/** Yields the answer, item by item. What it throws is told as one sentence. */
export type Handler = (request: unknown) => AsyncIterable<unknown>;

/** Who connects and asks nothing only wanted to know whether somebody is there. */
const patience = 30_000;

export async function answer(socket: Socket, greeting: Greeting, handler: Handler): Promise<void> {
  socket.on('error', () => socket.destroy());
  socket.setTimeout(patience, () => socket.destroy());
  try {
    await writeLine(socket, greeting);
    const lines = linesOf(socket, longestRequest);
    const request = await lines.next();
    if (request.done) return;
    socket.setTimeout(0);
    for await (const item of handler(request.value)) await writeLine(socket, { item });
    await writeLine(socket, { end: true });
  } catch (error) {
    await writeLine(socket, { failed: sentenceOf(error) }).catch(() => undefined);
  } finally {
    socket.end();
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof LineTooLong || error instanceof SyntaxError) return 'The request could not be read.';
  return error instanceof Error ? error.message : String(error);
}
