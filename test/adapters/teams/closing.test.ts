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

it('and so is a press under way, with what follows from it', async () => {
  house = await teamsHouse();
  const review = await house.opened();
  const place = placeIn(house, { by: 'message' });
  await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
  const { desk } = house;
  const { record } = desk;
  const [asked, free] = [gate(), gate()];
  desk.record = async (...act) => {
    asked.open();
    await free.passed;
    return record(...act);
  };
  const order: string[] = [];
  const slow = house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 });
  await asked.passed;
  const closed = house.muster.close().then(() => order.push('closed'));
  expect((await house.teams.say(house.user('platform'), 'mine')).status).toBe(503);
  expect(order).toEqual([]);
  free.open();
  expect((await slow).status).toBe(200);
  await closed;
  house.teams.world.shown.clear();
  expect(place.says('platform')).toContain('1 of 4 answered');
});
