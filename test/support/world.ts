/** All of Muster in memory but its platforms, queue and database: a story is told by clock and clicks. */
import { plainCalendars } from '../../src/adapters/calendars/plain-calendars.ts';
import { cronCadences } from '../../src/adapters/clock/cron-cadences.ts';
import type { PersonId } from '../../src/domain/event.ts';
import type { Desk } from '../../src/flow/desk.ts';
import { frontDesk } from '../../src/flow/front-desk.ts';
import type { Messenger } from '../../src/flow/ports/messenger.ts';
import type { Ports } from '../../src/flow/ports.ts';
import { register } from '../../src/flow/register.ts';
import { ring } from '../../src/flow/ring.ts';
import { missing, programFor } from './a-program.ts';
import { checklist, people } from './a-review.ts';
import { keptLog } from './kept-log.ts';
import { memoryAlarms } from './memory-alarms.ts';
import { memoryConnections } from './memory-connections.ts';
import { memoryMessenger } from './memory-messenger.ts';
import { memoryPacing } from './memory-pacing.ts';
import { memoryRecords } from './memory-records.ts';
import { tellingAStory } from './telling-a-story.ts';
import { testClock } from './test-clock.ts';

/** Monday, half past nine in Stockholm. */
export const monday = '2026-11-23T08:30:00.000Z';

export const world = () => worldSpeaking(memoryMessenger());

export async function worldSpeaking<M extends Messenger>(messenger: M) {
  const clock = testClock(monday);
  const records = memoryRecords({ now: clock.now });
  const alarms = memoryAlarms({ clock });
  const log = keptLog();
  const ports: Ports = {
    ...records,
    alarms,
    clock,
    cadences: cronCadences(),
    calendars: plainCalendars(),
    messengers: new Map([[messenger.platform, messenger]]),
    pacing: memoryPacing(),
    connections: memoryConnections(),
    log,
  };
  await alarms.start((alarm) => ring(ports, alarm));
  const ids = await records.directory.remember([...people.values()].map(({ id: _, ...entry }) => entry));
  const who = (key: string): PersonId => ids.get(key) ?? missing(key);
  const program = programFor(who);
  await register(ports, program, checklist);
  return {
    platform: messenger.platform,
    ports,
    clock,
    alarms,
    messenger,
    log,
    who,
    program,
    desk: frontDesk(ports) satisfies Desk,
    as: (key: string) => ({ by: who(key), source: { via: 'workspace' } as const }),
    ...tellingAStory({ ports, alarms, program }),
  };
}
export type World = Awaited<ReturnType<typeof world>>;
