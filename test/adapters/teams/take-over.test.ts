/** Nobody becomes somebody else in Teams by the address of their account. */
import { afterEach, describe, expect, it } from 'vitest';
import { answerAll } from '../../support/answering.ts';
import type { Person } from '../../support/teams/world.ts';
import { likePia, watching } from './account-told.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

const { said, addressOf, warnings } = watching(() => house);

const strangers: readonly (readonly [string, Partial<Person>])[] = [
  ['a second account with their address', {}],
  ['a guest with their address', { role: 'guest' }],
  ['somebody of another organisation', { tenant: '99999999-9999-4999-8999-999999999999' }],
];

it.each(strangers)('%s does not become them, neither by installing the app nor by a word or a team', async (_, who) => {
  house = await teamsHouse();
  await house.opened();
  expect(said(house.user('platform'))).toHaveLength(1);
  const other = house.teams.addPerson({ name: 'Gus Other', ...likePia, ...who });
  await house.teams.install(other.id);
  await house.teams.say(other.id, 'mine');
  await house.teams.join(house.team, other.id);
  await house.teams.installInTeam(house.team, house.user('security'));
  await house.until('2026-12-01T10:00:00.000Z');
  expect(await addressOf('platform')).toBe(house.account('platform'));
  expect(said(house.user('platform')).length).toBeGreaterThan(1);
  expect(said(other.id).filter((one) => !/does not know you|not the one Muster knows/.test(one))).toEqual([]);
});

it.each(strangers.slice(1))('%s is nobody, also where the account was never known', async (_, who) => {
  house = await teamsHouse({ bare: true });
  const other = house.teams.addPerson({ name: 'Gus Other', ...likePia, ...who });
  await house.teams.install(other.id);
  await house.teams.say(other.id, 'mine');
  expect(await addressOf('platform')).toBeUndefined();
  expect(said(other.id).filter((one) => !one.includes('does not know you'))).toEqual([]);
});

it('a guest is known by the name the tenant gives them, too', async () => {
  house = await teamsHouse({ bare: true });
  const upn = 'platform_example.com#EXT#@corp.example.com';
  const other = house.teams.addPerson({ name: 'Gus Other', email: 'platform@example.com', upn });
  await house.teams.install(other.id);
  expect(await addressOf('platform')).toBeUndefined();
});

it('of two accounts with one address neither is taken, and the log, the doctor and the lead say so', async () => {
  house = await teamsHouse({ bare: true });
  const other = house.teams.addPerson({ name: 'Pia Admin', ...likePia });
  const { teams } = house.teams.world;
  const team = teams.get(house.team) ?? expect.fail();
  teams.set(team.id, { ...team, members: new Set([...team.members, other.id]) });
  await house.teams.installInTeam(house.team, house.user('security'));
  for (const id of [other.id, ...['platform', 'security', 'sre', 'dev'].map(house.user)]) await house.teams.install(id);
  const review = await house.opened();
  expect(await addressOf('platform')).toBeUndefined();
  expect([...said(other.id), ...said(house.user('platform'))]).toEqual([]);
  await house.teams.say(house.user('platform'), 'mine');
  expect(said(house.user('platform'))).toEqual([expect.stringContaining('More than one account or person')]);
  expect((await house.review(review)).unreachable.has(house.who('platform'))).toBe(true);
  expect(warnings().join()).toContain('has the same address');
  expect(await house.muster.findings()).toContainEqual(
    expect.objectContaining({
      id: 'teams-person-platform',
      state: 'problem',
      sentence: expect.stringContaining('more than one account'),
    }),
  );
});

describe('whose account was made anew', () => {
  const finding = async () => (await house.muster.findings()).find(({ id }) => id === 'teams-person-platform');

  async function madeAnew() {
    house = await teamsHouse();
    const review = await house.opened();
    const { world } = house.teams;
    const old = world.people.get(house.user('platform')) ?? expect.fail();
    const anew = house.teams.addPerson({ name: old.name, email: old.email, upn: old.upn });
    const team = world.teams.get(house.team) ?? expect.fail();
    world.teams.set(team.id, { ...team, members: new Set([...team.members, anew.id]) });
    house.teams.installSilently(anew.id);
    await house.teams.installInTeam(house.team, house.user('security'));
    return { old, anew, review };
  }

  it('is told so and who can settle it, as are the log and the doctor; nothing is recorded before', async () => {
    const { old, anew, review } = await madeAnew();
    await house.teams.say(anew.id, 'mine');
    expect(said(anew.id)).toEqual([
      expect.stringMatching(/^⚠ This account in Teams is not the one Muster knows .+ object id .+ program file/),
    ]);
    expect(await addressOf('platform')).toBe(house.account('platform'));
    expect(warnings().join()).toContain('Another account in Teams has the address');
    expect(await finding()).toMatchObject({
      state: 'attention',
      sentence: expect.stringMatching(/^Pia Lund can be written to\. Another account/),
    });
    const as = { from: { id: anew.id, aadObjectId: anew.aad, name: anew.name } };
    const there = { id: house.teams.chatIdOf(anew.id), conversationType: 'personal', tenantId: house.teams.tenant };
    await house.teams.press(house.user('platform'), { press: 'Start' });
    const alter = (activity: object) => ({ ...activity, ...as, conversation: there });
    const told = await house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 }, { alter });
    expect(JSON.stringify(told.body)).toContain('not the one Muster knows under your e-mail address, so nothing was');
    expect([...(await house.review(review)).items.values()].flatMap(({ answers }) => answers)).toEqual([]);
    house.teams.world.people.delete(old.id);
    expect(await finding()).toMatchObject({
      state: 'problem',
      sentence: expect.stringMatching(/^Pia Lund cannot be written to: .+\. Another account/),
      advice: expect.stringContaining('object id'),
    });
  });

  it('is themselves again once the program file says so', async () => {
    const { anew } = await madeAnew();
    const pia = { key: 'platform', name: 'Pia Lund', zone: 'Europe/Stockholm', platform: 'teams' } as const;
    await house.ports.directory.remember([{ ...pia, email: 'platform@example.com', address: anew.aad }]);
    await house.teams.say(anew.id, 'mine');
    expect(said(anew.id).at(-1)).toContain('38 prompts');
    await house.teams.say(house.user('platform'), 'mine');
    expect(said(house.user('platform')).at(-1)).toContain('not the one Muster knows');
  });
});

describe('who is asked in Slack', () => {
  it('hears so in Teams, and is asked there', async () => {
    house = await teamsHouse({ inSlack: ['platform'] });
    await house.teams.say(house.user('platform'), 'mine');
    expect(said(house.user('platform'))).toEqual([
      '⚠ Muster asks you in Slack, so nothing waits for you here. Write to it there; “mine” shows what waits for you.',
    ]);
    expect(await addressOf('platform')).not.toBe(house.account('platform'));
  });

  it.each(strangers.slice(1))('is nobody’s business: %s hears nothing of it', async (_, who) => {
    house = await teamsHouse({ inSlack: ['platform'] });
    const other = house.teams.addPerson({ name: 'Gus Other', ...likePia, ...who });
    house.teams.installSilently(other.id);
    await house.teams.say(other.id, 'mine');
    expect(said(other.id).filter((one) => !one.includes('does not know you'))).toEqual([]);
  });
});

it('of two people with one address neither has the account', async () => {
  house = await teamsHouse({ bare: true });
  const pia = { name: 'Pia Lund', zone: 'UTC', platform: 'teams', email: 'PLATFORM@example.com' } as const;
  await house.ports.directory.remember([{ ...pia, key: 'pia-again' }]);
  await house.teams.install(house.user('platform'));
  expect(await house.ports.directory.byAddress('teams', house.account('platform'))).toBeUndefined();
  // The program file settles it.
  await house.ports.directory.remember([{ ...pia, key: 'pia-again', address: house.account('platform') }]);
  await house.teams.say(house.user('platform'), 'mine');
  expect(said(house.user('platform'))).toEqual([expect.stringContaining('What waits for you')]);
});

it('who had the account of a wrong e-mail has no say once the program file gives another, and sees nothing new', async () => {
  house = await teamsHouse();
  const review = await house.opened();
  const { teams, user } = house;
  const right = teams.addPerson({ name: 'Pia Lund', email: 'pia.lund@example.com' });
  teams.installSilently(right.id);
  const pia = { key: 'platform', name: 'Pia Lund', zone: 'Europe/Stockholm', platform: 'teams' } as const;
  await house.ports.directory.remember([{ ...pia, email: 'pia.lund@example.com' }]);
  await teams.press(user('platform'), { press: 'Start' });
  await teams.say(user('platform'), 'mine');
  expect(said(user('platform')).at(-1)).toContain('does not know you');
  await teams.say(right.id, 'mine');
  expect(said(right.id).at(-1)).toContain('38 prompts');
  await answerAll(house, review);
  await house.until('2026-11-23T09:10:00.000Z');
  expect(said(user('platform')).join()).not.toContain('38 of 38');
});
