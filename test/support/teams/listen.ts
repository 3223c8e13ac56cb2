/** The HTTP side of this Teams: its connector, and the directory that issues tokens. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusal } from './answer.ts';
import { type Connector, carryOut } from './connector.ts';
import { exchange, send } from './exchange.ts';
import type { Faults } from './faults.ts';
import { addressed } from './operation.ts';
import { readBody } from './read-body.ts';
import type { Address } from './telling.ts';

type Api = Connector & { readonly faults: Faults };
type Answering = { readonly request: IncomingMessage; readonly response: ServerResponse };

export async function listen(api: Api, address: Address): Promise<() => Promise<void>> {
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
      send(response, refusal(500, 'StandInBroken', String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async function close() {
    world.journal.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function route(api: Api, { request, response }: Answering): Promise<void> {
  const { method = '', url: path = '' } = request;
  const url = new URL(path, 'http://teams');
  const found = addressed(method, url.pathname);
  const { body, broken } = await readBody(request);
  if (!found) {
    api.world.violations.push({ in: 'HTTP', says: `Nothing is at ${method} ${path}` });
    return send(response, refusal(404, 'NotFound', 'Nothing is here.'));
  }
  await exchange(api, { ...found, request, response, url, body }, () =>
    broken ? refusal(400, 'BadSyntax', 'Not JSON.') : carryOut(api, { ...found, request, response, url, body }),
  );
}
