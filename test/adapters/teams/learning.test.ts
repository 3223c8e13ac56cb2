/** What Teams tells of itself: who was let in, who came and went, and how little of that is asked back. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/flow/ports/conversations.ts';
import { refusals } from '../../support/teams/answer.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

const rosterReads = () => house.teams.calls('paged members').length;

it('a team that lets Muster in is answered before its roster is read', async () => {
  house = await teamsHouse({ bare: true });
  const hanging = house.teams.fail('paged members', { fault: 'hang' });
  const { installation } = await house.teams.installInTeam(house.team, house.user('security'));
  expect(installation.status).toBe(200);
  await hanging.struck;
  hanging.release();
  // Whoever waits for the roster waits until it is given up, and that is logged.
  expect(house.log.said.filter(({ level }) => level === 'warn')).toEqual([]);
  await expect
    .poll(async () => (await house.ports.directory.byAddress('teams', house.account('platform')))?.key)
    .toBe('platform');
});

it('nobody reads a roster because others come to a team, and they are found in it when they are asked', async () => {
  house = await teamsHouse();
  await expect.poll(rosterReads).toBeGreaterThan(0);
  await house.opened();
  const before = rosterReads();
  const late = house.teams.addPerson({ name: 'Lotta Sen', email: 'lotta@example.com' });
  expect((await house.teams.join(house.team, late.id)).status).toBe(200);
  for (let count = 0; count < 5; count += 1) {
    const other = house.teams.addPerson({ name: `Other ${count}` });
    expect((await house.teams.join(house.team, other.id)).status).toBe(200);
  }
  expect(rosterReads()).toBe(before);
  house.teams.installSilently(late.id);
  const entry = { key: 'late', name: 'Lotta Sen', zone: 'UTC', platform: 'teams', email: 'lotta@example.com' } as const;
  const id = (await house.ports.directory.remember([entry])).get('late') ?? '';
  const person = (await house.ports.directory.people()).get(id) ?? expect.fail();
  expect(await house.muster.messenger.hindrance?.({ person })).toBeUndefined();
});

it('what the database could not keep is no word of Teams: the request fails, and may come again', async () => {
  house = await teamsHouse();
  const stranger = house.teams.addPerson({ name: 'Lotta Sen', email: 'platform@example.com' });
  house.teams.installSilently(stranger.id);
  const { people } = house.ports.directory;
  Object.assign(house.ports.directory, { people: () => Promise.reject(new Error('The disk is full.')) });
  const told = await house.teams.say(stranger.id, 'mine');
  Object.assign(house.ports.directory, { people });
  expect(told.status).toBe(500);
  expect((await told.again()).status).toBe(200);
  expect(house.teams.chat(stranger.id).filter(({ card }) => card)).toHaveLength(1);
});

describe('where somebody is', () => {
  const acts: (readonly Conversation[])[] = [];
  const carried = () => acts.splice(0);

  /** As in a process that has just begun, on a row as given. */
  async function begunAnew() {
    house = await teamsHouse();
    await house.opened();
    await house.teams.press(house.user('platform'), { press: 'Start' });
    const { change } = house.ports.store;
    const noting: typeof change = (stream, act) => {
      if (act.by !== 'muster') acts.push(act.learnt ?? []);
      return change(stream, act);
    };
    Object.assign(house.ports.store, { change: noting });
    const other = await house.replica();
    house.teams.endpoint(other.url);
    return other;
  }

  it('is carried by the first act that tells of it, and by none after it', async () => {
    const other = await begunAnew();
    const place = await house.conversations.personal(house.account('platform'));
    await house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 });
    expect(carried()).toEqual([[place]]);
    await house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 });
    expect(carried()).toEqual([[]]);
    await house.teams.say(house.user('security'), 'remind');
    expect(carried()).toEqual([[await house.conversations.personal(house.account('security'))]]);
    await other.close();
  });

  it('is kept by itself where nothing is recorded', async () => {
    const other = await begunAnew();
    const account = house.account('platform');
    const { id } = (await house.conversations.personal(account)) ?? expect.fail();
    for (const looking of ['mine', 'nothing that Muster knows']) {
      await house.conversations.forget(id);
      const again = await house.replica();
      house.teams.endpoint(again.url);
      await house.teams.say(house.user('platform'), looking);
      expect((await house.conversations.personal(account))?.id).toBe(id);
      await again.close();
    }
    expect(carried()).toEqual([]);
    await other.close();
  });
});

describe('where somebody was, and Muster no longer is,', () => {
  const chat = async () => (await house.conversations.personal(house.account('platform')))?.id;
  const help = () => house.teams.say(house.user('platform'), 'help');

  /** Each is told of as Teams does, and so that the process has heard them there before. */
  async function heard() {
    house = await teamsHouse();
    await help();
    await house.teams.mention(house.user('platform'), { in: house.channel, says: 'help' });
    expect(await chat()).toBeDefined();
    return (await house.conversations.byId(house.channel)) ?? expect.fail();
  }

  it('is known again when they write after a message found their chat no more', async () => {
    await heard();
    const lost = house.teams.fail('post', refusals.noConversation);
    await help();
    await lost.struck;
    expect(await chat()).toBeUndefined();
    await help();
    expect(await chat()).toBe(house.teams.chatIdOf(house.user('platform')));
  });

  it('is known again when they write after the doctor found their chat no more', async () => {
    await heard();
    const known = await chat();
    const { conversations } = house.teams.world;
    const there = conversations.get(known ?? '') ?? expect.fail();
    conversations.delete(there.id);
    house.teams.fail('create conversation', refusals.notInRoster, { times: 9 });
    await house.muster.findings();
    expect(await chat()).toBeUndefined();
    conversations.set(there.id, there);
    await help();
    expect(await chat()).toBe(known);
  });

  it('is known again when they write, though nobody told that the app is there again', async () => {
    await heard();
    await house.teams.uninstall(house.user('platform'));
    expect(await chat()).toBeUndefined();
    house.teams.installSilently(house.user('platform'));
    await help();
    expect(await chat()).toBe(house.teams.chatIdOf(house.user('platform')));
  });

  it('is known again when they mention it in a team it was sent away from', async () => {
    const place = await heard();
    await house.teams.uninstallFromTeam(house.team, house.user('security'));
    expect(await house.conversations.byId(house.channel)).toBeUndefined();
    const { teams } = house.teams.world;
    teams.set(house.team, { ...(teams.get(house.team) ?? expect.fail()), installed: true });
    await house.teams.mention(house.user('platform'), { in: house.channel, says: 'help' });
    expect(await house.conversations.byId(house.channel)).toEqual(place);
  });
});

describe('whose account it is', () => {
  /** Nobody knows Pia's account any more, and she presses a button. */
  async function unknownAgain() {
    house = await teamsHouse();
    const review = await house.opened();
    await house.teams.press(house.user('platform'), { press: 'Start' });
    await house.ports.directory.unlearn(house.who('platform'), house.account('platform'));
    const answers = async () =>
      [...(await house.review(review)).items.values()].flatMap((item) => item.answers).map(({ by }) => by);
    const known = async () => (await house.ports.directory.byAddress('teams', house.account('platform')))?.key;
    return { answers, known, press: () => house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 }) };
  }

  it('is known also where the act itself could not be recorded, which is recorded once when it comes again', async () => {
    const { answers, known, press } = await unknownAgain();
    const { change } = house.ports.store;
    Object.assign(house.ports.store, { change: () => Promise.reject(new Error('The disk is full.')) });
    const told = await press();
    Object.assign(house.ports.store, { change });
    expect([told.status, await known(), await answers()]).toEqual([500, 'platform', []]);
    expect((await told.again()).status).toBe(200);
    await told.again();
    expect(await answers()).toEqual([house.who('platform')]);
  });

  it('is known before anything is recorded: where it could not be kept, nothing is', async () => {
    const { answers, known, press } = await unknownAgain();
    const { learn } = house.ports.directory;
    Object.assign(house.ports.directory, { learn: () => Promise.reject(new Error('The disk is full.')) });
    const told = await press();
    Object.assign(house.ports.directory, { learn });
    expect([told.status, await known(), await answers()]).toEqual([500, undefined, []]);
    expect((await told.again()).status).toBe(200);
    expect([await known(), await answers()]).toEqual(['platform', [house.who('platform')]]);
  });
});
