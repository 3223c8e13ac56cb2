/** What the doctor says of Teams: before the first start too, when nothing is on record, and while Teams will not say. */
import { afterEach, describe, expect, it } from 'vitest';
import { refusals } from '../../support/teams/answer.ts';
import type { Misfortune, On } from '../../support/teams/faults.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

it('looks at the programs and people it is shown, not at the record', async () => {
  house = await teamsHouse({ bare: true });
  const { readings, store, directory } = house.ports;
  const looking = { readings, store, directory };
  const ids = async (seen: typeof looking) => (await house.muster.findings(seen)).map(({ id }) => id);
  expect(await ids(looking)).toEqual(
    expect.arrayContaining(['teams-person-platform', expect.stringMatching(/^teams-channel-/)]),
  );
  const nothing = { ...looking, readings: { ...readings, programs: async () => [] } };
  expect(await ids(nothing)).toEqual(['teams-app', 'teams-people']);
  // As files name somebody whom no record knows.
  const renamed = new Map(
    [...(await directory.people())].map(([id, person]) => [id, { ...person, key: `file-${person.key}` }] as const),
  );
  const files = { ...looking, directory: { ...directory, people: async () => renamed } };
  expect(await ids(files)).toContain('teams-person-file-platform');
});

it('says nothing of those who left every program', async () => {
  house = await teamsHouse();
  const entry = { key: 'gone', name: 'Gone Away', zone: 'UTC', platform: 'teams', email: 'gone@example.com' } as const;
  await house.ports.directory.remember([entry]);
  expect((await house.muster.findings()).filter(({ state }) => state === 'problem')).toEqual([]);
});

const person = 'teams-person-platform';
const channel = 'teams-channel-kubernetes-security';
const found = async (id: string) => (await house.muster.findings()).find((finding) => finding.id === id);

describe('what Teams would not say just now', () => {
  const passing: readonly (readonly [string, Misfortune])[] = [
    ['asks to wait', { fault: 'rate limit', seconds: 1 }],
    ['asks to wait, and not how long', { fault: 'rate limit' }],
    ['is unavailable', { fault: 'unavailable', status: 503 }],
    ['breaks off', { fault: 'reset' }],
    ['is busy', refusals.precondition],
  ];

  it.each(passing)('is asked again: it %s once', async (_, misfortune) => {
    house = await teamsHouse();
    for (const on of ['member', 'paged members'] as const) house.teams.fail(on, misfortune);
    expect((await house.muster.findings()).filter(({ id }) => id !== 'teams-app').map(({ state }) => state)).toEqual([
      'ok',
      'ok',
    ]);
  });

  const sentence = (what: string) => expect.stringMatching(new RegExp(`^Teams did not say whether ${what}: .+\\.$`));

  it('is told of whom it would not say it', async () => {
    house = await teamsHouse();
    const chat = house.teams.chatIdOf(house.user('platform'));
    house.teams.fail(
      'member',
      { fault: 'unavailable' },
      { times: 100, when: ({ conversation }) => conversation === chat },
    );
    expect(await found(person)).toMatchObject({ state: 'attention', sentence: sentence('Pia Lund has the app') });
    expect(await found('teams-people')).toBeUndefined();
  });

  it.each(passing)('is told as that, once of all people, and of a channel: it %s', async (_, misfortune) => {
    house = await teamsHouse();
    for (const on of ['member', 'paged members'] as const) house.teams.fail(on, misfortune, { times: 100 });
    expect((await house.muster.findings()).filter(({ id }) => id.startsWith('teams-person'))).toEqual([]);
    expect(await found('teams-people')).toMatchObject({
      state: 'attention',
      sentence: sentence('any of the 8 people named in the programs has the app'),
    });
    expect(await found(channel)).toMatchObject({
      state: 'attention',
      sentence: sentence('the app is in the team of platform-security, where kubernetes-security is posted'),
    });
  });

  it('is not waited for longer than somebody likes to wait, nor asked for ever', async () => {
    const waited: number[] = [];
    const pause = async (milliseconds: number) => waited.push(milliseconds);
    house = await teamsHouse({ muster: { pause } });
    await expect.poll(() => house.teams.calls('paged members').length).toBeGreaterThan(0);
    const asked = (on: 'member') => house.teams.calls(on).length;
    const [before, everybody] = [asked('member'), 8];
    const failing = house.teams.fail('member', { fault: 'rate limit', seconds: 60 }, { times: 100 });
    await house.muster.findings();
    expect([waited, asked('member') - before]).toEqual([[], everybody]);
    failing.lift();
    house.teams.fail('member', { fault: 'rate limit', seconds: 2 }, { times: 100 });
    await house.muster.findings();
    expect(waited).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
  });

  it.each(['create conversation', 'paged members'] satisfies readonly On[])(
    'is no word about a person whose chat is to be made: %s',
    async (on) => {
      house = await teamsHouse({ bare: true });
      await house.teams.installInTeam(house.team, house.user('security'));
      house.teams.installSilently(house.user('platform'));
      await expect.poll(() => house.ports.directory.byAddress('teams', house.account('platform'))).toBeDefined();
      await house.ports.directory.unlearn(house.who('platform'), house.account('platform'));
      house.teams.fail(on, { fault: 'unavailable' }, { times: 100 });
      // A process that has not looked at the roster yet.
      const other = await house.replica();
      const told = (await other.muster.findings()).filter(({ id }) => /^teams-pe/.test(id));
      const sentence = expect.stringMatching(/did not say whether (Pia|any of the 8 people)/);
      expect(told).toContainEqual(expect.objectContaining({ state: 'attention', sentence }));
      await other.close();
    },
  );

  it('is not asked again where Teams does not take Muster’s token, and the bot in Azure is named', async () => {
    house = await teamsHouse();
    const refused = { fault: 'refuse', status: 401, code: 'Unauthorized' } as const;
    house.teams.fail('*', refused, { times: 100, when: ({ operation }) => operation === 'member' });
    const before = house.teams.calls('member').length;
    expect(await found('teams-people')).toMatchObject({
      state: 'problem',
      sentence: expect.stringMatching(
        /did not say whether any of the 8 people .+ has the app: .+ \(401\)\. The Azure Bot should/,
      ),
    });
    expect(house.teams.calls('member').length - before).toBe(8);
  });
});

it('finds nothing wrong with a chat that Teams no longer knows, since it would be made anew', async () => {
  house = await teamsHouse();
  house.teams.world.conversations.delete(house.teams.chatIdOf(house.user('platform')));
  expect(await found(person)).toBeUndefined();
  await house.teams.uninstall(house.user('platform'));
  expect(await found(person)).toMatchObject({
    state: 'problem',
    sentence: expect.stringContaining('cannot be written to: the Muster app is not installed for this account.'),
  });
});

it('says of whoever lost the app unheard that it is gone', async () => {
  house = await teamsHouse();
  house.teams.world.installed.delete(house.user('platform'));
  expect(await found(person)).toMatchObject({
    state: 'problem',
    sentence: expect.stringContaining('the Muster app is not installed for this account.'),
  });
});

describe('what Teams refuses and names is told as that, and not as an app that is gone', () => {
  const refused = { fault: 'refuse', status: 400, code: 'BadArgument' } as const;
  const named: readonly (readonly [string, Misfortune])[] = [
    ['cannot be written to: the Teams admin has blocked the Muster app.', refusals.disabledByAdmin],
    ['cannot be written to: they blocked Muster in Teams.', refusals.blockedByUser],
    ['cannot be written to: they blocked Muster, or the conversation takes no messages.', refusals.writesBlocked],
    ['has the app: Teams refused it with status 400 (BadArgument).', refused],
  ];

  it.each(named)('of a person: %s', async (says, misfortune) => {
    house = await teamsHouse();
    const chat = house.teams.chatIdOf(house.user('platform'));
    const calls = house.teams.calls('create conversation').length;
    house.teams.fail('member', misfortune, { times: 100, when: ({ conversation }) => conversation === chat });
    const told = (await found(person)) ?? expect.fail();
    expect(told.sentence).toMatch(/Pia Lund .*/);
    expect(told.sentence).toContain(says);
    expect(told).toMatchObject({ state: 'problem' });
    expect(told.advice).toBeUndefined();
    expect(house.teams.calls('create conversation')).toHaveLength(calls);
  });

  it('of a channel', async () => {
    house = await teamsHouse();
    house.teams.fail('paged members', refusals.disabledByAdmin, { times: 100 });
    const told = (await found(channel)) ?? expect.fail();
    expect(told.sentence).toContain('the Teams admin has blocked the Muster app.');
    expect(told.advice).toBeUndefined();
  });
});

it('asks for as much patience as Teams does', async () => {
  house = await teamsHouse();
  const failing = house.teams.fail('paged members', { fault: 'rate limit', seconds: 1_000 }, { times: 100 });
  expect(await found(channel)).toMatchObject({
    sentence: expect.stringContaining('Teams asks to wait 17 minutes.'),
    advice: 'Ask the doctor again then.',
  });
  failing.lift();
  house.teams.fail('paged members', { fault: 'rate limit', seconds: 30 }, { times: 100 });
  expect(await found(channel)).toMatchObject({ advice: 'Ask the doctor again in a minute.' });
});
