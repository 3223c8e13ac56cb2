/** Teams that asks to wait and does not say how long is asked again ever less often, and never given up. */
import { afterEach, expect, it } from 'vitest';
import type { Seen } from '../../support/teams/faults.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const toHer = ({ conversation }: Pick<Seen, 'conversation'>) =>
  conversation === house.teams.chatIdOf(house.user('platform'));

/** Between two attempts to write to her, in seconds. */
function pauses(): readonly number[] {
  const at = house.teams.posts().filter(toHer);
  return at.slice(1).map((post, before) => Math.round((post.at - (at[before]?.at ?? 0)) / 1_000));
}

it('from seconds to minutes, and is written to when it takes something', async () => {
  house = await teamsHouse();
  const busy = house.teams.fail('post', { fault: 'rate limit' }, { times: 1_000, when: toHer });
  await house.opened('2026-11-23T09:00:00.000Z');
  expect(pauses()).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
  busy.lift();
  await house.until('2026-11-23T09:10:00.000Z');
  const { status, why } = (await house.ports.readings.ledger({ contact: house.who('platform') }))[0] ?? expect.fail();
  expect([status, why]).toEqual(['sent', undefined]);
});

it('and as soon as it says, where it says so', async () => {
  house = await teamsHouse();
  house.teams.fail('post', { fault: 'rate limit', seconds: 20 }, { times: 5, when: toHer });
  await house.opened('2026-11-23T09:00:00.000Z');
  expect(pauses()).toEqual([20, 20, 20, 20, 20]);
});
