/** Until Microsoft's keys came once nobody gets in, so they are asked for again within seconds. */
import { afterEach, expect, it } from 'vitest';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

it('keys that could not be fetched at the start are fetched again in a moment, and not at every word', async () => {
  let now = Date.now();
  house = await teamsHouse({ bare: true, muster: { realNow: () => now } });
  house.teams.installSilently(house.user('platform'));
  house.teams.fail('openid', { fault: 'unavailable', status: 503 }, { times: 1 });
  const say = async () => (await house.teams.say(house.user('platform'), 'help')).status;
  expect([await say(), await say()]).toEqual([503, 503]);
  expect(house.teams.calls('openid')).toHaveLength(1);
  now += 5_000;
  expect(await say()).toBe(200);
});
