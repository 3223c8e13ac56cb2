/** A post of the opening that Teams answered with 503 is never repeated; the channel has its living card all the same. */
import { afterEach, expect, it } from 'vitest';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

it('is the next digest, and redrawn from then on', async () => {
  house = await teamsHouse();
  const { teams, channel, user } = house;
  const there = ({ conversation }: { conversation: string }) => conversation === channel;
  teams.fail('post', { fault: 'unavailable', status: 503 }, { when: there });
  await house.opened();
  const cards = () => teams.channel(channel).filter(({ card }) => card);
  expect(cards()).toEqual([]);
  await house.until('2026-11-26T16:00:00.000Z');
  expect(cards()).toHaveLength(1);
  const says = () => teams.says(cards()[0] ?? expect.fail('There is no card.'));
  expect(says()).toContain('Opened Mon 23 Nov');
  expect(says()).toContain('0 of 119 answered');
  await teams.press(user('platform'), { press: 'Start' });
  await teams.press(user('platform'), { press: 'Yes', nth: 1 });
  await house.until('2026-11-26T16:05:00.000Z');
  expect(says()).toContain('1 of 119 answered');
});
