/** All of Muster in memory, with Slack plugged in over real signed HTTP, and a strict Slack on the other side. */
import { plainCalendars } from '../../../src/adapters/calendars/plain-calendars.ts';
import { cronCadences } from '../../../src/adapters/clock/cron-cadences.ts';
import type { SlackOptions } from '../../../src/adapters/slack/options.ts';
import { type Slack, slack } from '../../../src/adapters/slack/slack.ts';
import { webServer } from '../../../src/adapters/web/web-server.ts';
import type { PersonId } from '../../../src/domain/event.ts';
import { frontDesk } from '../../../src/flow/front-desk.ts';
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
import { type SlackOptions as Standing, slackServer } from '../../support/slack/slack-server.ts';
import { tellingAStory } from '../../support/telling-a-story.ts';
import { testClock } from '../../support/test-clock.ts';

/** Monday, half past nine in Stockholm. */
export const monday = '2026-11-23T08:30:00.000Z';

export type HouseOptions = {
  readonly start?: string;
  readonly slack?: Partial<Standing>;
  readonly muster?: Partial<SlackOptions>;
  /** With another organisation. */
  readonly shared?: boolean;
  /** More people, each with a prompt of their own. */
  readonly owners?: number;
};

export type SlackHouse = Awaited<ReturnType<typeof slackHouse>>;

export async function slackHouse(options: HouseOptions = {}) {
  const clock = testClock(options.start ?? monday);
  // Pace and time limits run on the clock of the story, signatures on the real one.
  const there = await slackServer({ now: () => Date.parse(clock.now()), ...options.slack });
  const everybody = [...people.values(), ...moreOwners(options.owners ?? 0, 'slack')];
  const members = new Map(
    everybody.map(({ key, name, zone }) => [
      key,
      there.addUser({ realName: name, zone, email: `${key}@example.com` }).id,
    ]),
  );
  const channel = there.addChannel({ name: 'platform-security', shared: options.shared ?? false });
  const records = memoryRecords({ now: clock.now });
  const alarms = memoryAlarms({ clock });
  const connections = memoryConnections();
  const log = keptLog();
  const { signingSecret } = there;
  const secrets = options.slack?.socketMode ? { appToken: there.tokens.app } : { signingSecret };
  const given: SlackOptions = {
    botToken: there.tokens.bot,
    ...secrets,
    apiUrl: there.apiUrl,
    command: '/review',
    sharedChannels: false,
    ...records,
    connections,
    conversations: memoryConversations(),
    clock,
    log,
    ...options.muster,
  };
  const chat = slack(given);
  const ports: Ports = {
    ...records,
    alarms,
    clock,
    cadences: cronCadences(),
    calendars: plainCalendars(),
    messengers: new Map([['slack', chat.messenger]]),
    pacing: memoryPacing(),
    connections,
    log,
  };
  await alarms.start((alarm) => ring(ports, alarm));
  const entries = everybody.map(({ id: _, ...entry }) => ({
    ...entry,
    platform: 'slack' as const,
    email: there.world.users.get(members.get(entry.key) ?? '')?.email ?? '',
  }));
  const ids = await records.directory.remember(entries);
  const who = (key: string): PersonId => ids.get(key) ?? missing(key);
  const prompts = Object.fromEntries(
    moreOwners(options.owners ?? 0, 'slack').map(({ key }, at) => [checklist.prompts[at]?.id ?? '', who(key)]),
  );
  const program = programFor(who, {
    channel: { platform: 'slack', id: channel.id, name: 'platform-security' },
    prompts,
    members: [...ids.values()],
  });
  await register(ports, program, checklist);
  const desk = frontDesk(ports);
  const ready = async () => ({ ready: true }) as const;
  const listen = ({ router }: Slack) =>
    webServer({ port: 0, host: '127.0.0.1', routers: router ? [router] : [], ready, log });
  const web = await listen(chat);
  there.requestUrl(`http://127.0.0.1:${web.port}/slack/events`);
  await chat.start(desk);

  return {
    platform: 'slack' as const,
    slack: there,
    muster: chat,
    ports,
    clock,
    alarms,
    desk,
    log,
    who,
    program,
    channel: channel.id,
    url: `http://127.0.0.1:${web.port}/slack/events`,
    /** Their id in Slack. */
    user: (key: string) => members.get(key) ?? missing(key),
    ...tellingAStory({ ports, alarms, program }),
    /** Another process of the same Muster, to which Slack speaks from now on. */
    async replica(otherwise: Partial<SlackOptions> = {}) {
      const other = slack({ ...given, ...otherwise });
      const door = await listen(other);
      there.requestUrl(`http://127.0.0.1:${door.port}/slack/events`);
      await other.start(desk);
      return {
        muster: other,
        async close() {
          await other.close();
          await door.close();
        },
      };
    },
    async close() {
      await chat.close();
      await web.close();
      await there.close();
    },
  };
}
