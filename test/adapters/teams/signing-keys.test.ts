/** While Microsoft's keys cannot be fetched, those known before go on letting Teams in, for a time. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Misfortune } from '../../support/teams/faults.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

const hour = 3_600_000;
let house: TeamsHouse;
let now: number;
beforeEach(async () => {
  now = Date.now();
  house = await teamsHouse({ teams: { rateLimits: false }, muster: { realNow: () => now } });
  await house.opened();
});
afterEach(() => endWell(house));

const fetches = () => house.teams.calls('openid').length;
const warnings = () => house.log.said.filter(({ sentence }) => sentence.includes('keys')).length;
const say = (how = {}) => house.teams.say(house.user('platform'), 'mine', how);
const stranger = () => say({ token: 'unknown key' });

it('are fetched once a day, beside those who come in', async () => {
  expect(fetches()).toBe(1);
  now += 23 * hour;
  expect((await say()).status).toBe(200);
  expect(fetches()).toBe(1);
  now += 2 * hour;
  expect((await say()).status).toBe(200);
  await expect.poll(() => house.teams.calls('keys').length).toBe(2);
  expect((await say()).status).toBe(200);
  expect(fetches()).toBe(2);
});

it.each<[string, Misfortune]>([
  ['are refused', { fault: 'unavailable' }],
  ['are cut off', { fault: 'reset' }],
  ['hang', { fault: 'hang' }],
])(
  'that %s after a day shut nobody out, are asked for once a minute, and are not believed for ever',
  async (_, fault) => {
    const lifted = house.teams.fail('openid', fault, { times: 100 });
    now += 25 * hour;
    for (let word = 0; word < 5; word += 1) expect((await say()).status).toBe(200);
    await lifted.struck;
    await expect.poll(warnings, { timeout: 20_000 }).toBe(1);
    expect((await say()).status).toBe(200);
    const asked = fetches();
    expect((await say()).status).toBe(200);
    expect((await stranger()).status).toBe(503);
    expect(fetches()).toBe(asked);
    now += 50 * hour;
    expect((await say()).status).toBe(503);
    await expect.poll(fetches).toBe(asked + 1);
    lifted.lift();
    lifted.release();
    now += hour / 60;
    expect((await say()).status).toBe(200);
  },
);

it('that nobody knows are looked for once an hour', async () => {
  const asked = fetches();
  expect((await stranger()).status).toBe(401);
  expect(fetches()).toBe(asked);
  now += hour;
  expect((await stranger()).status).toBe(401);
  expect((await stranger()).status).toBe(401);
  expect(fetches()).toBe(asked + 1);
});
