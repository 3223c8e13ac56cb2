/** All of Muster in memory, with Teams plugged in over real HTTP and real tokens, and a strict Teams on the other side. */
import { plainCalendars } from '../../../src/adapters/calendars/plain-calendars.ts';
import { cronCadences } from '../../../src/adapters/clock/cron-cadences.ts';
import { slack } from '../../../src/adapters/slack/slack.ts';
import type { TeamsOptions } from '../../../src/adapters/teams/options.ts';
import { teams } from '../../../src/adapters/teams/teams.ts';
import { webServer } from '../../../src/adapters/web/web-server.ts';
import { isRefusal, type PersonId, type Platform, type ReviewId } from '../../../src/domain/event.ts';
import type { Person } from '../../../src/domain/people.ts';
import { type ProgramSettings, programSettings } from '../../../src/domain/program/settings.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { written } from '../../../src/domain/words.ts';
import { frontDesk } from '../../../src/flow/front-desk.ts';
import { openNow } from '../../../src/flow/open.ts';
import type { Messenger } from '../../../src/flow/ports/messenger.ts';
import type { Ports } from '../../../src/flow/ports.ts';
import { register } from '../../../src/flow/register.ts';
import { ring } from '../../../src/flow/ring.ts';
import { bySchedule } from '../../../src/flow/soon.ts';
import { sweep } from '../../../src/flow/sweep.ts';
import { checklist, people, settings } from '../../support/a-review.ts';
import { memoryAlarms } from '../../support/memory-alarms.ts';
import { memoryConnections } from '../../support/memory-connections.ts';
import { memoryConversations } from '../../support/memory-conversations.ts';
import { memoryPacing } from '../../support/memory-pacing.ts';
import { memoryRecords } from '../../support/memory-records.ts';
import { slackServer } from '../../support/slack/slack-server.ts';
import { type TeamsOptions as Standing, teamsServer } from '../../support/teams/teams-server.ts';
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
  const everybody = [...people.values(), ...moreOwners(options.owners ?? 0)];
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
  const conversations = memoryConversations();
  const log = keptLog();
  const muster = await teams({
    appId: there.bot.appId,
    appType: 'SingleTenant',
    tenantId: there.tenant,
    appPassword: there.bot.password,
    access: { door: 'test issuer', openIdMetadata: there.openIdMetadata },
    ...records,
    conversations,
    clock,
    log,
    pause: async () => undefined,
    ...options.muster,
  });
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
    pacing: memoryPacing(),
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
    moreOwners(options.owners ?? 0).map(({ key }, at) => [checklist.prompts[at]?.id ?? '', who(key)]),
  );
  const program = settingsFor(who, channel.id, { prompts, members: [...ids.values()] });
  await register(ports, program, checklist);
  const desk = frontDesk(ports);
  const ready = async () => ({ ready: true }) as const;
  const routers = [muster.router, ...(beside?.chat.router ? [beside.chat.router] : [])];
  const web = await webServer({ port: 0, host: '127.0.0.1', routers, ready, log });
  const url = `http://127.0.0.1:${web.port}/api/messages`;
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
    until: (at: string) => alarms.ringUntil(at),
    sweep: () => sweep(ports),
    /** A review opened by the calendar, and everybody in working hours told. */
    async opened(until = '2026-11-23T09:00:00.000Z'): Promise<ReviewId> {
      const review = await openNow(ports, program.id, bySchedule);
      if (typeof review !== 'string') throw new Error(review.sentence);
      await alarms.ringUntil(until);
      return review;
    },
    async review(id: ReviewId) {
      const current = await records.store.current({ kind: 'review', id });
      if (!current) throw new Error(`There is no review ${id}.`);
      return current.state;
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

/** Answers whatever is open, as its owner, in as many rounds as follow-ups ask for. */
export async function answerAll(house: TeamsHouse, id: ReviewId, but: readonly string[] = []): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const { prompt, owner } of openItems(await house.review(id), checklist)) {
      if (but.includes(prompt)) continue;
      const answer = { status: "don't know" as const, reason: written('Nobody here knows yet'), evidence: [] };
      const intent = { does: 'answer', review: id, prompt, revision: 0, answer } as const;
      const done = await house.desk.record(intent, { by: owner, source: { via: 'teams' } });
      if (isRefusal(done)) throw new Error(done.sentence);
    }
  }
}

function moreOwners(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => {
    const key = `owner-${at}`;
    return { id: key, key, name: `Owner ${at}`, zone: 'Europe/Stockholm', platform: 'teams' };
  });
}

function settingsFor(who: (key: string) => PersonId, channel: string, more: Partial<ProgramSettings>) {
  const { roles, lead, approvers, members: _, ...rest } = settings;
  return programSettings.parse({
    ...rest,
    roles: Object.fromEntries(Object.entries(roles).map(([role, key]) => [role, who(key)])),
    lead: who(lead),
    approvers: approvers.map(who),
    channel: { platform: 'teams', id: channel, name: 'platform-security' },
    ...more,
  });
}

/** Keeps what was logged, so that a story can say nothing went wrong. */
function keptLog() {
  const said: { level: string; facts: object; sentence: string }[] = [];
  const at = (level: string) => (facts: object, sentence: string) => {
    said.push({ level, facts, sentence });
  };
  return { said, info: at('info'), warn: at('warn'), error: at('error') };
}

function missing(key: string): never {
  throw new Error(`Nobody is called ${key}.`);
}
