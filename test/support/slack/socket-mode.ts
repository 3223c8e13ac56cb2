/** Socket Mode: the app comes to Slack, by a ticket, and is told over that socket what others are told over HTTP. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { fields, parsed, text } from './json.ts';
import { limits } from './limits.ts';
import type { Parcel, Retry } from './parcel.ts';
import type { Heard } from './post-to-app.ts';
import type { World } from './world.ts';

type Acknowledge = (answer: Pick<Heard, 'status' | 'text'>) => void;

export type SocketMode = ReturnType<typeof socketMode>;

export function socketMode(world: World, patience: number) {
  const server = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();
  const awaited = new Map<string, { readonly socket: WebSocket; readonly ack: Acknowledge }>();
  let turn = 0;

  function welcome(socket: WebSocket) {
    open.add(socket);
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => hear(String(data)));
    socket.on('close', () => {
      open.delete(socket);
      for (const each of awaited.values())
        if (each.socket === socket) each.ack({ status: 0, text: 'The socket closed.' });
      world.journal.stir();
    });
    const debug_info = { host: 'stand-in', build_number: 1, approximate_connection_time: 18060 };
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.size,
        connection_info: { app_id: world.app.id },
        debug_info,
      }),
    );
    world.journal.stir();
  }
  function hear(message: string) {
    const said = fields(parsed(message));
    const waiting = awaited.get(text(said['envelope_id']));
    const payload = JSON.stringify(said['payload'] ?? {});
    if (waiting) waiting.ack({ status: 200, text: payload === '{}' ? '' : payload });
    else world.violations.push({ in: 'Socket Mode', says: `Nothing waits for this acknowledgement: ${message}` });
  }
  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      const ticket = new URL(request.url ?? '', 'http://slack').searchParams.get('ticket') ?? '';
      const until = world.tickets.get(ticket) ?? 0;
      world.tickets.delete(ticket);
      if (world.now() > until || open.size >= limits.socket.connections)
        socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n');
      else server.handleUpgrade(request, socket, head, welcome);
    },
    /** How many sockets the app holds open. */
    count: () => open.size,
    connected: (count = 1) => world.journal.until(`${count} sockets`, () => open.size >= count),
    closed: () => world.journal.until('no socket', () => open.size === 0),
    /** Asks the app to come again, as Slack does every few hours. */
    disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested') {
      const message = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'stand-in' } });
      for (const socket of open) socket.send(message);
    },
    /** The network goes away without a word. */
    drop() {
      for (const socket of open) socket.terminate();
    },
    deliver({ kind, payload }: Parcel, retry?: Retry): Promise<Heard> {
      const start = performance.now();
      const socket = [...open][turn++ % Math.max(1, open.size)];
      if (!socket) return Promise.resolve({ status: 0, text: 'No socket is open.', elapsed: 0 });
      const envelope_id = world.ids.next('envelope-');
      return new Promise((resolve) => {
        const ack: Acknowledge = (answer) => {
          clearTimeout(late);
          awaited.delete(envelope_id);
          resolve({ ...answer, elapsed: performance.now() - start });
        };
        const late = setTimeout(() => ack({ status: 0, text: `No acknowledgement in ${patience} ms.` }), patience);
        awaited.set(envelope_id, { socket, ack });
        socket.send(JSON.stringify(envelope(envelope_id, { kind, payload }, retry)));
      });
    },
    close() {
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
}

function envelope(envelope_id: string, { kind, payload }: Parcel, retry?: Retry) {
  const attempt = { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' };
  const accepts_response_payload = kind !== 'events_api';
  return { envelope_id, type: kind, payload, accepts_response_payload, ...(kind === 'events_api' ? attempt : {}) };
}
