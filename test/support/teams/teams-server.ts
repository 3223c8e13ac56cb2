/** A strict Microsoft Teams on this machine: its connector and token issuer over real HTTP, its limits, moods and people. */
import { type Faults, faults, type Misfortune, type On, type Where } from './faults.ts';
import { inspect } from './inspect.ts';
import { authParameters, credentialsFactory, issuerOf } from './issuer/pointing.ts';
import { listen } from './listen.ts';
import { newWorld, type WorldOptions } from './new-world.ts';
import { addChannel, addPerson, addTeam, personalChat, type Someone, type SomeTeam } from './people.ts';
import { installs } from './person/installs.ts';
import { pressing } from './person/pressing.ts';
import { talking } from './person/talking.ts';
import { rawly } from './rawly.ts';
import { type Address, telling } from './telling.ts';
import { watch } from './watch.ts';
import { windows } from './windows.ts';
import { serviceUrl, type World } from './world.ts';

export type TeamsOptions = WorldOptions & {
  /** Where the bot hears everything, e.g. `http://127.0.0.1:3000/api/messages`; or later, by `endpoint`. */
  readonly endpoint?: string;
  /** Off, every pace is allowed. */
  readonly rateLimits?: boolean;
  /** How long Teams waits for the bot, in milliseconds of real time. */
  readonly patience?: number;
  /** What the tokens' times are counted from, in milliseconds: real time, as the SDK compares them to that. */
  readonly signAt?: () => number;
};

export type TeamsServer = Awaited<ReturnType<typeof teamsServer>>;

export async function teamsServer(options: TeamsOptions = {}) {
  const world = newWorld(options);
  const misfortunes = faults();
  const address: Address = {
    url: options.endpoint ?? '',
    // Teams gives an activity fifteen seconds, and then sends it again.
    patience: options.patience ?? 15_000,
    signAt: options.signAt ?? Date.now,
    inFlight: 0,
  };
  const may = options.rateLimits === false ? undefined : windows(world.now);
  const close = await listen({ world, faults: misfortunes, may }, address);
  const tell = telling(world, address);

  return {
    ...set(world, address, misfortunes),
    ...installs(world, tell),
    ...talking(world, tell),
    ...pressing(world, tell),
    ...inspect(world),
    ...watch(world, address),
    /** Any activity, signed as Teams's. */
    tell,
    /** Any bytes, signed or not, for what nobody's Teams would send. */
    sendRaw: rawly(world, address),
    close,
  };
}

/** The tenant as a test lays it out. */
function set(world: World, address: Address, misfortunes: Faults) {
  const { tenant, bot, violations, pages } = world;
  return {
    ...{ world, tenant, bot },
    origin: world.origin,
    serviceUrl: serviceUrl(world),
    /** For `ConfigurationBotFrameworkAuthentication`, first and second. */
    authParameters: authParameters(world),
    credentialsFactory: () => credentialsFactory(world),
    /** Who signs what comes from here, and where the keys are found. */
    ...issuerOf(world),
    /** What broke a rule: a test ends with none. */
    violations: violations as readonly (typeof violations)[number][],
    /** Whom a text would have called by name. */
    pages: pages as readonly (typeof pages)[number][],
    endpoint(url: string) {
      address.url = url;
    },
    addPerson: (someone: Someone) => addPerson(world, someone),
    addTeam: (team: SomeTeam) => addTeam(world, team),
    addChannel: (channel: { name: string; team: string }) => addChannel(world, channel),
    chatIdOf: (user: string) => personalChat(world, user).id,
    /** Remembers what people type, so that its marks are seen should they come alive on a card. */
    writtenByPeople(...texts: readonly string[]) {
      for (const text of texts) world.written.add(text);
    },
    /** Scripts a misfortune for the next call or calls of an operation; `post` any message, `*` anything. */
    fail: (on: On, misfortune: Misfortune, where?: Where) => misfortunes.script(on, misfortune, where),
  };
}
