/** A server that answers at once and checks nothing, so that what is measured is who asks it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Asked = { readonly url: string; readonly method: string; readonly body: string };

export type QuickServer = {
  readonly origin: string;
  /** Counts from here: something came that `quiet` waits for the end of. */
  stir(): void;
  /** Resolves once nothing has stirred for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

const aWhile = 400;

export async function quickServer(answer: (asked: Asked) => object | string): Promise<QuickServer> {
  let last = 0;
  const server = createServer((request, response) => {
    const { url = '', method = '' } = request;
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const said = answer({ url, method, body });
      if (typeof said === 'string') return response.end(said);
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stir: () => {
      last = performance.now();
    },
    async quiet() {
      const from = performance.now();
      while (performance.now() - Math.max(last, from) < aWhile) await pause(50);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
