/** A form that was refused is still being filled in; one that is no more is held no longer. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReviewId } from '../../../src/domain/event.ts';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
let review: ReviewId;
beforeEach(async () => {
  house = await teamsHouse();
  review = await house.opened();
});
afterEach(() => endWell(house));

const hers = () => house.teams.chat(house.user('platform'))[0] ?? expect.fail('She was not asked.');
const ref = () => ({ platform: 'teams' as const, conversation: hers().conversation, message: hers().id });
const held = (at: string) => house.conversations.isHeld(ref(), at);

it('for as long again as it was opened for, since it is looked at again', async () => {
  const place = placeIn(house, { by: 'message' });
  await house.teams.press(house.user('platform'), { press: 'Hand over' });
  expect([await held('2026-11-23T09:19:00.000Z'), await held('2026-11-23T09:21:00.000Z')]).toEqual([true, false]);
  house.clock.set('2026-11-23T09:15:00.000Z');
  await place.send('platform', { 'To whom': 'Ravi Shah' });
  expect(place.says('platform')).toContain('Choose at least one section.');
  expect([await held('2026-11-23T09:34:00.000Z'), await held('2026-11-23T09:36:00.000Z')]).toEqual([true, false]);
});

it('not at all where nothing is left to fill in: the card may follow what it shows at once', async () => {
  const place = placeIn(house, { by: 'message' });
  await house.teams.press(house.user('platform'), { press: 'Hand over' });
  const close = { does: 'close', review } as const;
  await house.desk.record(close, { by: house.who('security'), source: { via: 'teams' } });
  await place.send('platform', { 'To whom': 'Ravi Shah', What: ['access-control'] });
  expect(place.says('platform')).toMatch(/closed/i);
  expect(await held(house.clock.now())).toBe(false);
});
