/** The HTTP side of this Slack: its Web API, its response_urls, and the door for sockets. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from './exchange.ts';
import { respond } from './response-urls.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Address } from './telling.ts';
import { callMethod, type WebApi } from './web-api.ts';

type Answering = { readonly request: IncomingMessage; readonly response: ServerResponse };

export async function listen(api: WebApi, address: Address, sockets: SocketMode) {
  const { world } = api;
  const server = createServer((request, response) => {
    address.inFlight += 1;
    response.on('close', () => {
      address.inFlight -= 1;
      world.journal.stir();
    });
    route(api, { request, response }).catch((error: unknown) => {
      // A caller that went away in the middle is no fault of the test's.
      if (request.destroyed || response.destroyed || response.headersSent) return;
      world.violations.push({ in: 'the stand-in itself', says: String(error) });
      send(response, { status: 500, answer: { ok: false, error: 'fatal_error', says: String(error) } });
    });
  });
  server.on('upgrade', sockets.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async function close(): Promise<void> {
    sockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function route(api: WebApi, asked: Answering): Promise<void> {
  const { url = '', method } = asked.request;
  const [, room, first = '', second = ''] = new URL(url, 'http://slack').pathname.split('/');
  if (room === 'api' && first) return callMethod(api, { ...asked, name: first });
  if (room === 'actions') return respond(api, asked, second);
  api.world.violations.push({ in: 'HTTP', says: `Nothing is at ${method} ${url}` });
  return send(asked.response, { status: 404, answer: { ok: false, error: 'not_found' } });
}
