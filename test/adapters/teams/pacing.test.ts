/** How fast Muster speaks in Teams: never faster than it takes, in one conversation and in the whole tenant. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Instant, millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { openNow } from '../../../src/flow/open.ts';
import { bySchedule } from '../../../src/flow/soon.ts';
import { answerAll } from '../../support/answering.ts';
import { gate } from '../../support/gate.ts';
import { memoryPacing } from '../../support/memory-pacing.ts';
import { refusals } from '../../support/teams/answer.ts';
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

describe('a card that changed', () => {
  let house: TeamsHouse;
  afterEach(() => house.close());

  it('is drawn anew no faster than Teams takes, messages to that person among it', async () => {
    house = await teamsHouse({ bare: true });
    const { messenger } = house.muster;
    const person = (await house.ports.directory.people()).get(house.who('platform')) ?? expect.fail();
    const ref = { platform: 'teams', conversation: 'a:pia', message: '1' } as const;
    const updates = messenger.redrawing?.paces(ref) ?? expect.fail();
    const times = await sentAt(1_900, (at) => (at % 2 === 0 ? updates : messenger.paces({ person })));
    for (const [most, length] of inOneConversation) expect(mostWithin(times, length)).toBeLessThanOrEqual(most);
  });

  it('waits while somebody is filling in a form there, and is drawn when they are done', async () => {
    house = await teamsHouse();
    const { teams, user } = house;
    const review = await house.opened();
    await teams.press(user('platform'), { press: 'Remind me…' });
    const message = () => teams.chat(user('platform'))[0] ?? expect.fail('She was not asked.');
    const before = message().edits;
    await answerAll(house, review);
    await house.until('2026-11-23T09:10:00.000Z');
    expect(message().edits).toBe(before);
    expect(teams.says(message(), user('platform'))).toContain('Remind me');
    await teams.press(user('platform'), { press: 'Back' });
    await teams.when('the card drawn anew', () => message().edits > before);
    expect(teams.says(message(), user('platform'))).toContain('38 of 38');
  });

  const piasCard = async () => {
    await house.opened();
    const [message] = await house.ports.messages.of(house.who('platform'));
    const { ref, view, contact } = message ?? expect.fail('She was not asked.');
    const card = await house.desk.card(view, contact);
    return async () => house.muster.messenger.redrawing?.redraw(ref, view, card);
  };

  it('is not drawn over a form that was opened while it was about to be', async () => {
    house = await teamsHouse();
    const { teams, user, conversations } = house;
    const redraw = await piasCard();
    const message = () => teams.chat(user('platform'))[0] ?? expect.fail('She was not asked.');
    const { beginDrawing, hold } = conversations;
    const [looked, opened] = [gate(), gate()];
    conversations.beginDrawing = async (...asked) => {
      const begun = await beginDrawing(...asked);
      looked.open();
      await opened.passed;
      return begun;
    };
    conversations.hold = async (...asked) => {
      const said = await hold(...asked);
      opened.open();
      return said;
    };
    teams.fail('update', { fault: 'slow', milliseconds: 200 });
    const drawn = redraw();
    await looked.passed;
    const order: string[] = [];
    const first = drawn.then(() => order.push('drawn'));
    await teams.press(user('platform'), { press: 'Remind me…' });
    order.push('form opened');
    await first;
    expect(order).toEqual(['drawn', 'form opened']);
    expect(teams.says(message(), user('platform'))).toContain('Remind me');
  });

  it('is gone where Teams says so, and not where Muster may not write for a while', async () => {
    house = await teamsHouse();
    const redraw = await piasCard();
    house.teams.fail('update', refusals.disabledByAdmin);
    await expect(redraw()).rejects.toThrow('the Teams admin has blocked the Muster app');
    const calls = house.teams.calls('update').length;
    await expect(redraw()).rejects.toThrow('Muster may not write there');
    expect(house.teams.calls('update')).toHaveLength(calls);
    house.clock.set('2026-11-23T10:30:00.000Z');
    expect(await redraw()).toBe('done');
    house.teams.fail('update', refusals.noConversation);
    await expect(redraw()).rejects.toThrow('this conversation is no longer there');
    house.clock.set('2026-11-23T12:00:00.000Z');
    expect(await redraw()).toBe('done');
    house.teams.fail('update', refusals.noActivity);
    expect(await redraw()).toBe('gone');
  });

  it('is drawn by whoever comes next when it could not be drawn, and not for ever when it cannot be', async () => {
    house = await teamsHouse();
    const { teams, user } = house;
    const review = await house.opened();
    const toPia = ({ conversation }: { conversation: string }) => conversation === teams.chatIdOf(user('platform'));
    teams.fail('update', { fault: 'unavailable' }, { times: 3, when: toPia });
    await answerAll(house, review);
    await house.until('2026-11-23T09:10:00.000Z');
    for (let minute = 0; minute < 5; minute += 1) {
      await house.sweep();
      await house.until(`2026-11-23T09:2${minute}:00.000Z`);
    }
    expect(teams.says(teams.chat(user('platform'))[0] ?? expect.fail())).toContain('38 of 38');
    house.teams.world.installed.delete(user('sre'));
    await house.until('2026-11-25T16:00:00.000Z');
    const refused = teams.calls('update').filter(({ conversation }) => conversation === teams.chatIdOf(user('sre')));
    expect(refused.filter(({ status }) => status === 403).length).toBeLessThanOrEqual(1);
  });
});

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
