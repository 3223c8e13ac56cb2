/**
 * A Slack that says yes to everything and checks nothing, so that what is measured is the app. The strict one of the tests
 * would spend more time on a card than the app does.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { team } from './signing.ts';

export type QuickSlack = {
  readonly apiUrl: string;
  /** Where a press is answered with the card as it stands now. */
  readonly responseUrl: string;
  /** Every message posted: to whom, and when by `performance.now()`. */
  readonly posts: readonly { readonly to: string; readonly at: number }[];
  /** Resolves once no card has come for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

const aWhile = 400;

export async function quickSlack(): Promise<QuickSlack> {
  let last = 0;
  let posted = 0;
  const posts: { to: string; at: number }[] = [];
  const server = createServer((request, response) => {
    const { url = '' } = request;
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      if (url === '/respond') {
        last = performance.now();
        response.end('ok');
        return;
      }
      posted += 1;
      const to = new URLSearchParams(body).get('channel');
      if (url.endsWith('chat.postMessage') && to !== null) posts.push({ to, at: performance.now() });
      say(response, answerTo(url.replace('/api/', ''), posted));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${origin}/api/`,
    responseUrl: `${origin}/respond`,
    posts,
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
  response.end(JSON.stringify({ ok: true, ...answer }));
}

function answerTo(method: string, count: number): object {
  switch (method) {
    case 'auth.test':
      return { team_id: team, team: 'Bench', user_id: 'U0MUSTER', bot_id: 'B0MUSTER' };
    case 'chat.postMessage':
      return { channel: `D${count}`, ts: `1795424400.${String(count).padStart(6, '0')}` };
    case 'users.info':
      return { user: { id: 'U0', deleted: false } };
    case 'conversations.info':
      return { channel: { name: 'security', is_member: true } };
    default:
      return {};
  }
}
