/** A strict Slack on this machine: over real HTTP, with its limits, its moods and its people. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from './exchange.ts';
import { faults, type Misfortune, type Where } from './faults.ts';
import { inspect } from './inspect.ts';
import type { Entry } from './journal.ts';
import { limits } from './limits.ts';
import { newWorld, type WorldOptions } from './new-world.ts';
import { addChannel, addUser, dmWith, type Someone, type Somewhere } from './people.ts';
import { clicks } from './person/clicks.ts';
import { commands } from './person/commands.ts';
import { events } from './person/events.ts';
import { modals } from './person/modals.ts';
import { rawly } from './rawly.ts';
import { respond } from './response-urls.ts';
import { socketMode } from './socket-mode.ts';
import { type Address, telling } from './telling.ts';
import { tokenBuckets } from './token-buckets.ts';
import { callMethod } from './web-api.ts';

export type SlackOptions = WorldOptions & {
  /** Where the app hears everything, e.g. `http://127.0.0.1:3000/slack/events`; or later, by `requestUrl`. */
  readonly requestUrl?: string;
  readonly signingSecret?: string;
  /** Speaks to the app over a socket that the app opens, and never over HTTP. */
  readonly socketMode?: boolean;
  /** Off, every pace is allowed. */
  readonly rateLimits?: boolean;
  /** How long Slack waits for the app, in milliseconds of real time. */
  readonly patience?: number;
  /** What the signature's timestamp says, in milliseconds: real time, as Bolt compares it to that. */
  readonly signAt?: () => number;
};

export type SlackServer = Awaited<ReturnType<typeof slackServer>>;

export async function slackServer(options: SlackOptions = {}) {
  const world = newWorld(options);
  const patience = options.patience ?? limits.ackSeconds * 1000;
  const misfortunes = faults();
  const take = options.rateLimits === false ? undefined : tokenBuckets(world.now);
  const api = { world, faults: misfortunes, take };
  const sockets = socketMode(world, patience);
  const address: Address = {
    url: options.requestUrl ?? '',
    secret: options.signingSecret ?? 'a-signing-secret-of-nobody',
    patience,
    signAt: options.signAt ?? Date.now,
    socket: options.socketMode ? sockets : undefined,
    inFlight: 0,
  };
  const server = await listening(async (request, response) => {
    address.inFlight += 1;
    response.on('close', () => {
      address.inFlight -= 1;
      world.journal.stir();
    });
    await route(api, request, response);
  });
  server.on('upgrade', sockets.upgrade);
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tell = telling(world, address);
  const { journal } = world;

  return {
    ...{ world, team: world.team, app: world.app, tokens: world.tokens, signingSecret: address.secret },
    /** For `slackApiUrl`. */
    apiUrl: `${world.origin}/api/`,
    requestUrl(url: string) {
      address.url = url;
    },
    socket: sockets,
    addUser: (someone: Someone) => addUser(world, someone),
    addChannel: (somewhere: Somewhere) => addChannel(world, somewhere),
    dmOf: (user: string) => dmWith(world, user).id,
    setScopes(scopes: Iterable<string>) {
      world.scopes = new Set(scopes);
    },
    /** Scripts a misfortune for the next call or calls of a method; `*` any, `response_url` those to clicks. */
    fail: (method: string, misfortune: Misfortune, where?: Where) => misfortunes.script(method, misfortune, where),
    ...clicks(world, tell),
    ...modals(world, tell),
    ...commands(world, tell),
    ...events(world, tell),
    /** Any bytes, signed or not, for what nobody's Slack would send. */
    sendRaw: rawly(address),
    ...inspect(world),
    /** What broke a limit or was not escaped: a test ends with none. */
    violations: world.violations as readonly (typeof world.violations)[number][],
    /** Whom a text would have paged. */
    pages: world.pages as readonly (typeof world.pages)[number][],
    entries: journal.entries,
    /** The next entry from now on that fits. */
    next: (fits: (entry: Entry) => boolean) => journal.next(fits),
    /** Until it holds; looked at whenever something happens here. */
    when: (says: string, holds: () => boolean) => journal.until(says, holds),
    /** Until nothing is under way, here or on its way to the app. */
    async settled(): Promise<void> {
      do {
        await journal.until('nothing under way', () => address.inFlight === 0);
        await new Promise((resolve) => setImmediate(resolve));
      } while (address.inFlight > 0);
    },
    async close(): Promise<void> {
      journal.close();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function route(api: Parameters<typeof callMethod>[0], request: IncomingMessage, response: ServerResponse) {
  const [, room, first = '', second = ''] = new URL(request.url ?? '', 'http://slack').pathname.split('/');
  if (room === 'api' && first) return callMethod(api, { request, response, name: first });
  if (room === 'actions') return respond(api, { request, response }, second);
  api.world.violations.push({ in: 'HTTP', says: `Nothing is at ${request.method} ${request.url}` });
  return send(response, { status: 404, answer: { ok: false, error: 'not_found' } });
}

async function listening(handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>) {
  const server = createServer((request, response) => {
    // A caller that went away in the middle is no fault of the test's.
    handle(request, response).catch((error: unknown) => {
      if (request.destroyed || response.destroyed) return;
      send(response, { status: 500, answer: { ok: false, error: 'fatal_error', says: String(error) } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
