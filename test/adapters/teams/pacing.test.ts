/** How fast Muster speaks in Teams: never faster than it takes, in one conversation and in the whole tenant. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Redraw, redraws } from '../../../src/adapters/teams/redraws.ts';
import { type Instant, millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { openNow } from '../../../src/flow/open.ts';
import { bySchedule } from '../../../src/flow/soon.ts';
import { memoryPacing } from '../../support/memory-pacing.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

const second = 1_000;
const inOneConversation = [
  [7, second],
  [60, 30 * second],
  [1_800, 3_600 * second],
] as const;

/** The most of these times within any window of that length. */
function mostWithin(times: readonly number[], length: number): number {
  let from = 0;
  let most = 0;
  for (const [to, time] of times.entries()) {
    while ((times[from] ?? time) <= time - length) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

describe('messages', () => {
  let house: TeamsHouse;
  afterEach(() => house.close());

  it('to one person, however many wait, keep to what Teams takes in a conversation', async () => {
    house = await teamsHouse({ bare: true });
    const person = (await house.ports.directory.people()).get(house.who('platform')) ?? expect.fail();
    const times = await sentAt(2_500, () => house.muster.messenger.paces({ person }));
    for (const [most, length] of inOneConversation) expect(mostWithin(times, length)).toBeLessThanOrEqual(most);
    expect(times).toHaveLength(2_500);
  });

  it('to many people keep to what Teams takes of an app, asking twice for each', async () => {
    house = await teamsHouse({ bare: true });
    const { muster, program } = house;
    const channels = (at: number) => ({ channel: { ...(program.channel ?? expect.fail()), id: `19:${at}` } });
    const times = await sentAt(500, (at) => muster.messenger.paces(channels(at)));
    expect(mostWithin(times, second) * 2).toBeLessThanOrEqual(50);
  });

  it('to fifty owners go out at once, each once, with no refusal; somebody who writes meanwhile does not wait', async () => {
    house = await teamsHouse({ owners: 50, bare: true });
    const { teams, user } = house;
    await teams.installInTeam(house.team, user('security'));
    const owners = Array.from({ length: 50 }, (_, at) => user(`owner-${at}`));
    for (const id of [...owners, user('platform')]) teams.installSilently(id);
    const review = await openNow(house.ports, house.program.id, bySchedule);
    if (typeof review !== 'string') expect.fail(review.sentence);
    await house.until('2026-11-23T08:30:03.000Z');
    expect((await teams.say(user('platform'), 'mine')).status).toBe(200);
    await house.until('2026-11-23T10:00:00.000Z');
    const heard = owners.filter((id) => teams.chat(id).length > 0);
    for (const id of heard) expect(teams.chat(id)).toHaveLength(1);
    expect(heard.length).toBeGreaterThan(40);
    expect(teams.refusals().filter((refusal) => refusal.includes('429'))).toEqual([]);
    expect(teams.violations).toEqual([]);
  });
});

describe('redraws', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const log = { warn: () => undefined };
  const card = (conversation: string, message: string, mark: string): Redraw => ({
    ref: { platform: 'teams', conversation, message },
    mark,
    rendered: { card: {} as Redraw['rendered']['card'], summary: mark },
  });

  it('show the newest form only, and nothing while nothing changes', async () => {
    const drawn: string[] = [];
    const some = redraws({ log, update: async ({ mark }) => noting(drawn, mark) });
    for (const mark of ['a', 'b', 'c']) some.later(card('1', '1', mark));
    await vi.advanceTimersByTimeAsync(60_000);
    some.later(card('1', '1', 'c'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(drawn).toEqual(['c']);
  });

  it('leave alone what was deleted, and wait as long as Teams asks', async () => {
    const answers = [{ waitFor: 20_000 }, 'gone' as const];
    const at: number[] = [];
    const start = Date.now();
    const some = redraws({ log, update: async () => noting(at, Date.now() - start, answers.shift()) });
    some.later(card('1', '1', 'a'));
    await vi.advanceTimersByTimeAsync(60_000);
    some.later(card('1', '1', 'b'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at).toHaveLength(2);
    expect(at[1]).toBeGreaterThanOrEqual(20_000);
  });

  it('keep to what Teams takes in one conversation, and one does not hold up another', async () => {
    const at: [string, number][] = [];
    const some = redraws({ log, update: async ({ ref }) => noting(at, [ref.conversation, Date.now()]) });
    for (let message = 0; message < 2_000; message += 1) some.later(card('busy', String(message), 'a'));
    some.later(card('other', '1', 'a'));
    await vi.advanceTimersByTimeAsync(2 * 3_600 * second);
    const busy = at.filter(([conversation]) => conversation === 'busy').map(([, time]) => time);
    expect(busy).toHaveLength(2_000);
    for (const [most, length] of inOneConversation) expect(mostWithin(busy, length)).toBeLessThanOrEqual(most);
    expect(at.findIndex(([conversation]) => conversation === 'other')).toBeLessThan(3);
  });
});

type Came = Awaited<ReturnType<Parameters<typeof redraws>[0]['update']>>;

function noting<T>(list: T[], seen: T, came: Came = 'done'): Came {
  list.push(seen);
  return came;
}

/** When each of them goes, if all ask at once and come back when they are told. */
async function sentAt(
  count: number,
  paces: (at: number) => Parameters<ReturnType<typeof memoryPacing>['take']>[0],
): Promise<readonly number[]> {
  const pacing = memoryPacing();
  const start: Instant = '2026-11-23T08:30:00.000Z';
  const waiting = Array.from({ length: count }, (_, at) => ({ at, when: millisecondsOf(start) }));
  const times: number[] = [];
  while (waiting.length > 0) {
    const next = waiting.reduce((soonest, one) => (one.when < soonest.when ? one : soonest));
    const turn = await pacing.take(paces(next.at), toInstant(next.when), String(next.at));
    if (turn.go) {
      times.push(next.when);
      waiting.splice(waiting.indexOf(next), 1);
    } else next.when = millisecondsOf(turn.at);
  }
  return times;
}
