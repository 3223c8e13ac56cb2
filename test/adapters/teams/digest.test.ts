/** On digest days the team's channel reads how far a review is: counts and names, and nobody is called. */
import { afterEach, expect, it } from 'vitest';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

it('arrives once, and what waits for who presses it there comes to their own chat', async () => {
  house = await teamsHouse();
  const { teams, channel, user } = house;
  await house.opened();
  const inChannel = () => teams.channel(channel).filter(({ card }) => card);
  expect(inChannel()).toHaveLength(1);
  await teams.press(user('platform'), { press: 'Start' });
  await teams.press(user('platform'), { press: 'Yes', nth: 1 });
  await house.until('2026-11-26T16:00:00.000Z');
  const [, digest, ...more] = inChannel();
  expect(more).toEqual([]);
  const says = teams.says(digest ?? expect.fail('There is no digest.'));
  expect(says).toContain('1 of 119 answered');
  expect(says).toContain('Pia Lund: 37 open');
  const before = teams.chat(user('sre')).length;
  const told = await teams.press(user('sre'), { press: 'What waits for me', in: channel, of: digest ?? expect.fail() });
  await told.again();
  expect(told.body['value']).toBe('It is in your own chat with Muster.');
  const [theirs, ...others] = teams.chat(user('sre')).slice(before);
  expect(teams.says(theirs ?? expect.fail())).toContain('What waits for you');
  expect(others).toEqual([]);
});
