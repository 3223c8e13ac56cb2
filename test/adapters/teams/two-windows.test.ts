/** One section in two windows: what the later one entered is told apart by its prompts, and so is what stands there now. */
import { afterEach, expect, it } from 'vitest';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

it('names each prompt that was answered meanwhile, and whose line is which', async () => {
  house = await teamsHouse();
  const { teams } = house;
  const review = await house.opened();
  const place = placeIn(house, { by: 'message' });
  const user = house.user('platform');
  const opened = async () => {
    await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
    return teams.chat(user).at(-1) ?? expect.fail('There is no card.');
  };
  const first = await opened();
  const second = await opened();
  await teams.press(user, { press: 'Save', of: first, fill: { '1. Answer': 'first', '3. Answer': '7' } });
  await teams.press(user, { press: 'Save', of: second, fill: { '1. Answer': 'second', '3. Answer': '9' } });
  const after = teams.chat(user).find(({ id }) => id === second.id);
  const said = teams.says(after ?? expect.fail('It is gone.'), user);
  expect(said).toContain(
    'You answered 1 and 3 meanwhile, and those answers are shown now; change what is not right.\nWhat you entered:\nPrompt 1: second\nPrompt 3: 9\n',
  );
});
