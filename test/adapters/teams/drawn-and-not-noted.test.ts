/** What was put there and could not be noted may stand there: nobody believes that the card is as it was before. */
import { afterEach, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

it.each([
  ['the records were away', new StoreUnavailable('The records are away.')],
  ['a mistake', new TypeError('x is not a function')],
])('after a press, where it was %s', async (_, cause) => {
  house = await teamsHouse();
  const { teams, user } = house;
  const { messages } = house.ports;
  await house.opened();
  const asked = teams.chat(user('platform')).find(({ card }) => card) ?? expect.fail('There is no card.');
  const ref = { platform: 'teams', conversation: teams.chatIdOf(user('platform')), message: asked.id } as const;
  expect((await messages.begin(ref))?.mark).toBeDefined();
  const { drawn } = messages;
  let refused = 0;
  messages.drawn = () => {
    refused += 1;
    messages.drawn = drawn;
    return Promise.reject(cause);
  };
  await teams.press(user('platform'), { press: 'Start', of: asked });
  await expect.poll(() => refused).toBe(1);
  await expect.poll(async () => (await messages.begin(ref))?.mark).toBeUndefined();
});
