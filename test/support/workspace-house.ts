/** The workspace behind the real server, over a desk that only remembers: for what its routes do with a request. */
import { request as ask } from 'node:http';
import { type WebServer, webServer } from '../../src/adapters/web/web-server.ts';
import { failurePage } from '../../src/adapters/workspace/failure-page.tsx';
import { notifier } from '../../src/adapters/workspace/notifier.ts';
import { workspace } from '../../src/adapters/workspace/workspace.ts';
import { memoryConnections } from './memory-connections.ts';
import { type Answers, memoryDesk } from './memory-desk.ts';
import { memoryRecords } from './memory-records.ts';
import { everyFieldForm, openingCard, sectionCard } from './sample-cards.ts';
import { testClock } from './test-clock.ts';

const entry = (key: string, name: string) => ({ key, name, zone: 'Europe/Stockholm', platform: 'workspace' }) as const;

const answers: Answers = {
  card: (view) => (view.show === 'opening' ? openingCard : sectionCard),
  form: () => everyFieldForm,
  record: () => ({ done: true, sentence: 'Recorded.' }),
  submit: () => ({ done: true, sentence: 'Recorded.' }),
  command: (text) => ({ reply: 'sentence', sentence: `You typed ${text}.` }),
};

export async function workspaceHouse() {
  const clock = testClock('2026-11-23T08:30:00.000Z');
  const records = memoryRecords({ now: clock.now });
  const ids = await records.directory.remember([entry('pia', 'Pia Lund'), entry('ravi', 'Ravi Shah')]);
  const pia = ids.get('pia') ?? '';
  const ref = { platform: 'workspace', conversation: pia, message: 'delivery-1' } as const;
  const view = { show: 'opening', review: 'r1' } as const;
  await records.messages.add({ ref, contact: pia, view, at: clock.now(), delivery: 'delivery-1' });
  const desk = memoryDesk({ ...answers });
  const logged: object[] = [];
  const note = (facts: object) => void logged.push(facts);
  const log = { info: note, warn: note, error: note };
  const pages = notifier();
  const room = workspace({ ...records, connections: memoryConnections(), desk, clock, log, notifier: pages });
  const server = await webServer({
    port: 0,
    host: '127.0.0.1',
    routers: [room.router],
    ready: async () => ({ ready: true }),
    log,
    failurePage,
  });
  return { desk, records, clock, logged, pages, room, pia, server, ...speaking(server) };
}

/** What a browser on one of our own pages says about itself. */
export const ownPage = { 'sec-fetch-site': 'same-origin', origin: 'null' };

export type Heard = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
};

// node:http and not fetch: Host and Origin are exactly what these tests are about.
function speaking({ port }: WebServer) {
  const say = (method: string, path: string, { headers = {}, body = '' }: Said = {}): Promise<Heard> =>
    new Promise((resolve, reject) => {
      const sent = ask({ port, host: '127.0.0.1', method, path, headers: { accept: 'text/html', ...headers } });
      sent.on('error', reject);
      sent.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      sent.end(body);
    });
  const get = (path: string, headers: Record<string, string> = {}) => say('GET', path, { headers });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = ownPage) =>
    say('POST', path, {
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  return { say, get, post };
}

type Said = { readonly headers?: Record<string, string>; readonly body?: string };
