/** A connector that says yes to everything and checks nothing, and the keys of its tokens. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { published } from '../../test/support/teams/issuer/keys.ts';
import { channelIssuer } from '../../test/support/teams/issuer/tokens.ts';

export type QuickTeams = {
  readonly serviceUrl: string;
  readonly openIdMetadata: string;
  /** How many messages were posted. */
  readonly posted: () => number;
  /** Resolves once no message has been changed for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

const aWhile = 400;

export async function quickTeams(): Promise<QuickTeams> {
  let last = 0;
  let posted = 0;
  let made = 0;
  let origin = '';
  const server = createServer((request, response) => {
    const { url = '', method } = request;
    request.resume();
    request.on('end', () => {
      if (url === '/openid')
        return say(response, {
          issuer: channelIssuer,
          jwks_uri: `${origin}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      if (url === '/keys') return say(response, published());
      made += 1;
      last = performance.now();
      if (method === 'POST' && url.includes('/activities')) posted += 1;
      return say(response, { id: `${made}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    serviceUrl: `${origin}/`,
    openIdMetadata: `${origin}/openid`,
    posted: () => posted,
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

function say(response: ServerResponse, answer: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
}
