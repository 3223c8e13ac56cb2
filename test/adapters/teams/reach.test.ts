/** Who gets the app late hears at once of what waited for them, and the lead no longer misses them. */
import { afterEach, describe, expect, it } from 'vitest';
import { refusals } from '../../support/teams/answer.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(async () => {
  expect(house.teams.violations).toEqual([]);
  await house.close();
});

const statusOf = async (contact: string) =>
  (await house.ports.readings.ledger({ contact })).map(({ status }) => status);
const missed = async (review: string) => [...(await house.review(review)).unreachable.keys()];
const isLost = async (id: string) =>
  (await house.ports.store.current({ kind: 'contact', id }))?.state.unreachable !== undefined;
const cards = (user: string) => house.teams.chat(user).filter(({ card }) => card);

/** Hardly anybody has the app in their own chat; the team has, unless it is said otherwise. */
async function lost({ inTeam = true } = {}) {
  house = await teamsHouse({ bare: true });
  // From somebody at least Muster knows where Teams is.
  await house.teams.install(house.user('compliance'));
  if (inTeam) await house.teams.installInTeam(house.team, house.user('security'));
  const review = await house.opened();
  expect(await missed(review)).toContain(house.who('platform'));
  return review;
}

it('whoever installs the app is asked at once, and no longer missed', async () => {
  const review = await lost();
  await house.teams.install(house.user('platform'));
  expect(await missed(review)).not.toContain(house.who('platform'));
  await house.until('2026-11-23T09:00:05.000Z');
  expect(await statusOf(house.who('platform'))).toEqual(['sent']);
  expect(cards(house.user('platform'))).toHaveLength(1);
});

it('whoever installs it at night is asked when their day begins', async () => {
  await lost();
  await house.until('2026-11-23T22:00:00.000Z');
  await house.teams.install(house.user('platform'));
  await house.until('2026-11-24T06:00:00.000Z');
  expect(cards(house.user('platform'))).toEqual([]);
  await house.until('2026-11-24T08:30:00.000Z');
  expect(cards(house.user('platform'))).toHaveLength(1);
});

it('whoever is unknown and writes first is asked at once', async () => {
  const review = await lost({ inTeam: false });
  house.teams.installSilently(house.user('platform'));
  await house.teams.say(house.user('platform'), 'mine');
  expect(await missed(review)).not.toContain(house.who('platform'));
  await house.until('2026-11-23T09:00:05.000Z');
  expect(await statusOf(house.who('platform'))).toEqual(['sent']);
});

it('who is in a team is asked once the app is let into it, and the team’s channel hears of the review', async () => {
  const review = await lost({ inTeam: false });
  const channel = `channel:${house.program.id}`;
  expect(await missed(review)).toContain(channel);
  house.teams.installSilently(house.user('platform'));
  await house.teams.installInTeam(house.team, house.user('security'));
  await expect.poll(() => isLost(house.who('platform'))).toBe(false);
  await expect.poll(() => isLost(channel)).toBe(false);
  expect(await missed(review)).not.toContain(house.who('platform'));
  expect(await missed(review)).not.toContain(channel);
  await house.until('2026-11-23T09:00:05.000Z');
  expect(await statusOf(house.who('platform'))).toEqual(['sent']);
  expect(await statusOf(channel)).toEqual(['sent']);
});

it('whoever comes to a team that has the app is asked at once', async () => {
  const review = await lost();
  house.teams.installSilently(house.user('platform'));
  await house.teams.join(house.team, house.user('platform'));
  expect(await missed(review)).not.toContain(house.who('platform'));
  await house.until('2026-11-23T09:00:05.000Z');
  expect(await statusOf(house.who('platform'))).toEqual(['sent']);
});

it('what the records could not take then is taken when Teams tells of it again', async () => {
  const review = await lost();
  const { change } = house.ports.store;
  Object.assign(house.ports.store, { change: () => Promise.reject(new Error('The disk is full.')) });
  house.teams.installSilently(house.user('platform'));
  const told = await house.teams.say(house.user('platform'), 'mine');
  Object.assign(house.ports.store, { change });
  expect(told.status).toBe(500);
  expect((await told.again()).status).toBe(200);
  expect(await missed(review)).not.toContain(house.who('platform'));
});

it('who still cannot be written to is missed again', async () => {
  const review = await lost();
  house.teams.fail('post', refusals.blockedByUser, { times: 9 });
  await house.teams.install(house.user('platform'));
  await house.until('2026-11-23T09:00:05.000Z');
  expect(await missed(review)).toContain(house.who('platform'));
  expect(await statusOf(house.who('platform'))).toEqual(['planned']);
});

it('who is known and was refused for a while is asked once they write', async () => {
  house = await teamsHouse();
  const chat = house.teams.chatIdOf(house.user('platform'));
  const toPia = { times: 1, when: ({ conversation }: { readonly conversation: string }) => conversation === chat };
  house.teams.fail('post', { fault: 'refuse', status: 403, code: 'MessageWritesBlocked' }, toPia);
  const review = await house.opened();
  expect(await missed(review)).toContain(house.who('platform'));
  await house.teams.say(house.user('platform'), 'help');
  expect(await missed(review)).not.toContain(house.who('platform'));
  await house.until('2026-11-23T10:00:00.000Z');
  expect(await statusOf(house.who('platform'))).toEqual(['sent']);
});

describe('whose app is removed while they are asked', () => {
  const toLead = () =>
    cards(house.user('security'))
      .map((one) => house.teams.says(one))
      .join('\n');
  const why = 'the Muster app is not installed for this account. The Teams admin can install it: ';

  it('is missed at once, and the lead hears why before anything more is to be said', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    await house.teams.uninstall(house.user('platform'));
    expect(await missed(review)).toEqual([house.who('platform')]);
    await house.until('2026-11-23T09:00:10.000Z');
    expect(toLead()).toContain(`Pia Lund cannot be reached: ${why}`);
    await house.teams.install(house.user('platform'));
    expect(await missed(review)).toEqual([]);
  });

  it('is not, where Teams says that they can be written to all the same', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    // It is told late: they have the app again by then.
    const alter = (activity: Record<string, unknown>) => {
      house.teams.installSilently(house.user('platform'));
      return activity;
    };
    await house.teams.uninstall(house.user('platform'), { alter });
    expect(await missed(review)).toEqual([]);
  });

  it('is not, while Teams does not say', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    house.teams.fail('create conversation', { fault: 'unavailable' }, { times: 9 });
    await house.teams.uninstall(house.user('platform'));
    expect(await missed(review)).toEqual([]);
  });

  it('is somebody whose chat it was, whoever removed it', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const { world } = house.teams;
    const admin = world.people.get(house.user('stranger')) ?? expect.fail();
    const alter = (activity: object) => ({ ...activity, from: { id: admin.id, aadObjectId: admin.aad } });
    await house.teams.uninstall(house.user('platform'), { alter });
    expect(await missed(review)).toEqual([house.who('platform')]);
  });
});

it('one mention in the channel is enough for everybody in its team to be known', async () => {
  house = await teamsHouse({ bare: true });
  const there = house.teams.world.teams.get(house.team) ?? expect.fail('There is no such team.');
  house.teams.world.teams.set(house.team, { ...there, installed: true });
  for (const key of ['platform', 'security', 'sre', 'dev', 'compliance', 'approver', 'second-approver', 'stranger'])
    house.teams.installSilently(house.user(key));
  await house.teams.mention(house.user('security'), { in: house.channel, says: 'help' });
  const problems = async () =>
    (await house.muster.findings()).filter(({ state }) => state === 'problem').map(({ id }) => id);
  await expect.poll(problems, { timeout: 10_000 }).toEqual([]);
});
