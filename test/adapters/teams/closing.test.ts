/** Who closes Teams waits until what was answered also stands in its message. */
import { afterEach, expect, it } from 'vitest';
import { gate } from '../../support/gate.ts';
import { placeIn } from './places.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

it('a message being made current is finished first', async () => {
  house = await teamsHouse();
  const review = await house.opened();
  const place = placeIn(house, { by: 'message' });
  await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
  const { begin } = house.ports.messages;
  const drawing = gate();
  const order: string[] = [];
  Object.assign(house.ports.messages, {
    begin: async (...of: Parameters<typeof begin>) => {
      await drawing.passed;
      order.push('drawn');
      return begin(...of);
    },
  });
  await place.press('platform', { press: 'Yes', nth: 1 });
  const closed = house.muster.close().then(() => order.push('closed'));
  expect((await house.teams.say(house.user('platform'), 'mine')).status).toBe(503);
  expect(order).toEqual([]);
  drawing.open();
  await closed;
  expect(order).toEqual(['drawn', 'closed']);
});
