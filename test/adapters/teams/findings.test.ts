/** What the doctor says of Teams before the first start, when nothing is on record. */
import { afterEach, expect, it } from 'vitest';
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
