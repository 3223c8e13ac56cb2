/** All of Muster in memory, with Teams plugged in over real HTTP and real tokens, and a strict Teams on the other side. */
import { expect } from 'vitest';
import { plainCalendars } from '../../../src/adapters/calendars/plain-calendars.ts';
import { cronCadences } from '../../../src/adapters/clock/cron-cadences.ts';
import { slack } from '../../../src/adapters/slack/slack.ts';
import type { TeamsOptions } from '../../../src/adapters/teams/options.ts';
import { teams } from '../../../src/adapters/teams/teams.ts';
import { webServer } from '../../../src/adapters/web/web-server.ts';
import type { PersonId, Platform } from '../../../src/domain/event.ts';
import { frontDesk } from '../../../src/flow/front-desk.ts';
import type { Messenger } from '../../../src/flow/ports/messenger.ts';
import type { Ports } from '../../../src/flow/ports.ts';
import { register } from '../../../src/flow/register.ts';
import { ring } from '../../../src/flow/ring.ts';
import { missing, moreOwners, programFor } from '../../support/a-program.ts';
import { checklist, people } from '../../support/a-review.ts';
import { keptLog } from '../../support/kept-log.ts';
import { memoryAlarms } from '../../support/memory-alarms.ts';
import { memoryConnections } from '../../support/memory-connections.ts';
import { memoryConversations } from '../../support/memory-conversations.ts';
import { memoryPacing } from '../../support/memory-pacing.ts';
import { memoryRecords } from '../../support/memory-records.ts';
import { slackServer } from '../../support/slack/slack-server.ts';
import { type TeamsOptions as Standing, teamsServer } from '../../support/teams/teams-server.ts';
import { tellingAStory } from '../../support/telling-a-story.ts';
import { testClock } from '../../support/test-clock.ts';

/** Monday, half past nine in Stockholm. */
export const monday = '2026-11-23T08:30:00.000Z';

export type HouseOptions = {
  readonly teams?: Standing;
  readonly muster?: Partial<TeamsOptions>;
  /** Nobody has the app, and no team has. */
  readonly bare?: boolean;
  /** Who is in Slack instead. */
  readonly inSlack?: readonly string[];
  /** More people, each with a prompt of their own. */
  readonly owners?: number;
};

export type TeamsHouse = Awaited<ReturnType<typeof teamsHouse>>;

export async function teamsHouse(options: HouseOptions = {}) {
  const clock = testClock(monday);
  // Pace and time limits run on the clock of the story, tokens on the real one.
  const there = await teamsServer({ now: () => Date.parse(clock.now()), asksFor: 'any token', ...options.teams });
  const everybody = [...people.values(), ...moreOwners(options.owners ?? 0, 'teams')];
  const users = new Map(
    everybody.map(({ key, name, zone }) => [
      key,
      there.addPerson({ name, zone, email: `${key}@example.com`, upn: `${key}@corp.example.com` }),
    ]),
  );
  const team = there.addTeam({ name: 'Platform' });
  const channel = there.addChannel({ name: 'platform-security', team: team.id });
  const records = memoryRecords({ now: clock.now });
  const alarms = memoryAlarms({ clock });
  const connections = memoryConnections();
  const conversations = memoryConversations(records.shelf);
  const pacing = memoryPacing();
  const log = keptLog();
  const given: TeamsOptions = {
    appId: there.bot.appId,
    appType: 'SingleTenant',
    tenantId: there.tenant,
    appPassword: there.bot.password,
    access: { door: 'test issuer', openIdMetadata: there.openIdMetadata },
    ...records,
    conversations,
    pacing,
    clock,
    log,
    pause: async () => undefined,
    ...options.muster,
  };
  const muster = await teams(given);
  const beside = options.inSlack
    ? await aSlack({ clock, records, connections, log, keys: options.inSlack })
    : undefined;
  const messengers = new Map<Platform, Messenger>([['teams', muster.messenger]]);
  if (beside) messengers.set('slack', beside.chat.messenger);
  const ports: Ports = {
    ...records,
    alarms,
    clock,
    cadences: cronCadences(),
    calendars: plainCalendars(),
    messengers,
    pacing,
    connections,
    log,
  };
  await alarms.start((alarm) => ring(ports, alarm));
  const ids = await records.directory.remember(
    everybody.map(({ id: _, ...entry }) => ({
      ...entry,
      platform: options.inSlack?.includes(entry.key) ? ('slack' as const) : ('teams' as const),
      email: `${entry.key}@example.com`,
    })),
  );
  const who = (key: string): PersonId => ids.get(key) ?? missing(key);
  const prompts = Object.fromEntries(
    moreOwners(options.owners ?? 0, 'teams').map(({ key }, at) => [checklist.prompts[at]?.id ?? '', who(key)]),
  );
  const program = programFor(who, {
    channel: { platform: 'teams', id: channel.id, name: 'platform-security' },
    prompts,
    members: [...ids.values()],
  });
  await register(ports, program, checklist);
  const desk = frontDesk(ports);
  const ready = async () => ({ ready: true }) as const;
  const routers = [muster.router, ...(beside?.chat.router ? [beside.chat.router] : [])];
  const listen = (all: typeof routers) => webServer({ port: 0, host: '127.0.0.1', routers: all, ready, log });
  const urlOf = ({ port }: { readonly port: number }) => `http://127.0.0.1:${port}/api/messages`;
  const web = await listen(routers);
  const url = urlOf(web);
  there.endpoint(url);
  await muster.start(desk);
  if (beside) {
    beside.there.requestUrl(`http://127.0.0.1:${web.port}/slack/events`);
    await beside.chat.start(desk);
  }
  const user = (key: string) => (users.get(key) ?? missing(key)).id;
  if (!options.bare) {
    await there.installInTeam(team.id, user('security'));
    for (const { key } of everybody) await there.install(user(key));
  }
  return {
    platform: 'teams' as const,
    teams: there,
    slack: beside?.there,
    slackUser: (key: string) => beside?.members.get(key) ?? missing(key),
    muster,
    ports,
    conversations,
    clock,
    alarms,
    desk,
    log,
    who,
    program,
    team: team.id,
    channel: channel.id,
    url,
    /** Their id in Teams. */
    user,
    account: (key: string) => (users.get(key) ?? missing(key)).aad,
    ...tellingAStory({ ports, alarms, program }),
    /** Another process of the same Muster. Teams speaks to it once it is told its address. */
    async replica(otherwise: Partial<TeamsOptions> = {}) {
      const other = await teams({ ...given, ...otherwise });
      const door = await listen([other.router]);
      await other.start(desk);
      return {
        muster: other,
        url: urlOf(door),
        async close() {
          await other.close();
          await door.close();
        },
      };
    },
    async close() {
      await muster.close();
      await beside?.chat.close();
      await web.close();
      await there.close();
      await beside?.there.close();
    },
  };
}

type Beside = {
  readonly clock: ReturnType<typeof testClock>;
  readonly records: ReturnType<typeof memoryRecords>;
  readonly connections: ReturnType<typeof memoryConnections>;
  readonly log: ReturnType<typeof keptLog>;
  readonly keys: readonly string[];
};

async function aSlack({ clock, records, connections, log, keys }: Beside) {
  const there = await slackServer({ now: () => Date.parse(clock.now()) });
  const members = new Map(
    keys.map((key) => {
      const { name, zone } = people.get(key) ?? missing(key);
      return [key, there.addUser({ realName: name, zone, email: `${key}@example.com` }).id];
    }),
  );
  const { signingSecret, apiUrl } = there;
  const secrets = { botToken: there.tokens.bot, signingSecret, apiUrl, command: '/review', sharedChannels: false };
  const chat = slack({ ...secrets, ...records, conversations: memoryConversations(), connections, clock, log });
  return { there, chat, members };
}

/** Nothing was sent that Teams would refuse, nobody saw a page of failure, and no error was logged. */
export async function endWell(house: TeamsHouse): Promise<void> {
  await house.close();
  expect(house.teams.violations).toEqual([]);
  expect(house.teams.pages).toEqual([]);
  expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
}
