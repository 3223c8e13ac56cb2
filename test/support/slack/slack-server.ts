/** A strict Slack on this machine: over real HTTP, with its limits, its moods and its people. */
import { type Faults, faults, type Misfortune, type Where } from './faults.ts';
import { inspect } from './inspect.ts';
import { limits } from './limits.ts';
import { listen } from './listen.ts';
import { newWorld, type WorldOptions } from './new-world.ts';
import { addChannel, addUser, dmWith, type Someone, type Somewhere } from './people.ts';
import { clicks } from './person/clicks.ts';
import { commands } from './person/commands.ts';
import { events } from './person/events.ts';
import { modals } from './person/modals.ts';
import { rawly } from './rawly.ts';
import { socketMode } from './socket-mode.ts';
import { type Address, telling } from './telling.ts';
import { tokenBuckets } from './token-buckets.ts';
import { watch } from './watch.ts';
import type { World } from './world.ts';

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
  const misfortunes = faults();
  const patience = options.patience ?? limits.ackSeconds * 1000;
  const sockets = socketMode(world, patience);
  const address: Address = {
    url: options.requestUrl ?? '',
    secret: options.signingSecret ?? 'a-signing-secret-of-nobody-known',
    patience,
    signAt: options.signAt ?? Date.now,
    socket: options.socketMode ? sockets : undefined,
    inFlight: 0,
  };
  const take = options.rateLimits === false ? undefined : tokenBuckets(world.now);
  const close = await listen({ world, faults: misfortunes, take }, address, sockets);
  const tell = telling(world, address);

  return {
    ...set(world, address, misfortunes),
    ...clicks(world, tell),
    ...modals(world, tell),
    ...commands(world, tell),
    ...events(world, tell),
    ...inspect(world),
    ...watch(world, address),
    /** Any bytes, signed or not, for what nobody's Slack would send. */
    sendRaw: rawly(address),
    socket: sockets,
    close,
  };
}

/** The workspace as a test lays it out. */
function set(world: World, address: Address, misfortunes: Faults) {
  const { team, app, tokens, violations, pages } = world;
  return {
    ...{ world, team, app, tokens, signingSecret: address.secret },
    /** For `slackApiUrl`. */
    apiUrl: `${world.origin}/api/`,
    /** What broke a limit or was not escaped: a test ends with none. */
    violations: violations as readonly (typeof violations)[number][],
    /** Whom a text would have paged. */
    pages: pages as readonly (typeof pages)[number][],
    requestUrl(url: string) {
      address.url = url;
    },
    addUser: (someone: Someone) => addUser(world, someone),
    addChannel: (somewhere: Somewhere) => addChannel(world, somewhere),
    dmOf: (user: string) => dmWith(world, user).id,
    setScopes(scopes: Iterable<string>) {
      world.scopes = new Set(scopes);
    },
    /** Scripts a misfortune for the next call or calls of a method; `*` any, `response_url` those to clicks. */
    fail: (method: string, misfortune: Misfortune, where?: Where) => misfortunes.script(method, misfortune, where),
  };
}
