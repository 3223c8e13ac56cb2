/** In the channel, asked for what an open review does not have yet, Muster says so beside how it stands. */
import { afterEach, expect, it } from 'vitest';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

it.each([
  ['report', 'The review is still open; this is how it stands so far.'],
  ['sign', 'It can be signed once it has closed.'],
])('%s', async (says, sentence) => {
  house = await teamsHouse();
  await house.opened();
  await house.teams.mention(house.user('security'), { in: house.channel, says });
  const answer = house.teams.channel(house.channel).findLast(({ card }) => card);
  const said = house.teams.says(answer ?? expect.fail('There is no answer.'));
  expect(said).toContain(sentence);
  expect(said).toContain('0 of 119 answered');
});
