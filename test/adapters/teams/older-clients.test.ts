/** A client too old for Action.Execute gets no answer in place: the message itself is changed, once, and not lost. */
import { afterEach, expect, it } from 'vitest';
import { millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import type { Misfortune } from '../../support/teams/faults.ts';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

async function begun() {
  house = await teamsHouse();
  await house.opened();
}
const hers = () => house.teams.chat(house.user('platform'))[0] ?? expect.fail('She was not asked.');
const press = (words: string) =>
  house.teams.press(house.user('platform'), { press: words, client: 'older', of: hers() });
const updates = () => house.teams.calls('update').filter(({ conversation }) => conversation === hers().conversation);

it('what a press puts there is put there once', async () => {
  await begun();
  expect((await press('Start')).status).toBe(200);
  await house.teams.settled();
  expect(updates()).toHaveLength(1);
  expect(house.teams.says(hers())).toContain('Yes');
  expect(house.teams.posts().filter(({ conversation }) => conversation === hers().conversation)).toHaveLength(1);
});

it('a form stands in the message, and Back brings the card back', async () => {
  await begun();
  expect((await press('Remind me…')).status).toBe(200);
  expect(house.teams.says(hers())).toContain('Remind me');
  expect(house.teams.pressable(hers())).toContain('Back');
  expect((await press('Back')).status).toBe(200);
  await house.teams.settled();
  expect(house.teams.pressable(hers())).toContain('Start');
});

it.each<[string, Misfortune, number, boolean]>([
  ['was not taken is asked for again, and then stands there', { fault: 'rate limit', seconds: 1 }, 503, true],
  ['may have been taken is not asked for again', { fault: 'unavailable', accepted: true }, 200, true],
  [
    'will never be taken is not asked for again',
    { fault: 'refuse', status: 404, code: 'ActivityNotFoundInConversation' },
    200,
    false,
  ],
])('an update that %s', async (_, misfortune, status, again) => {
  await begun();
  house.teams.fail('update', misfortune, { when: ({ conversation }) => conversation === hers().conversation });
  const told = await press('Remind me…');
  expect(told.status).toBe(status);
  if (status !== 200) expect((await told.again()).status).toBe(200);
  expect(house.teams.pressable(hers()).includes('Back')).toBe(again);
});

it('an update after a press that Teams asked to wait with is made as soon as it may be', async () => {
  house = await teamsHouse();
  const review = await house.opened();
  const place = placeIn(house, { by: 'message', client: 'older' });
  await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
  house.teams.fail('update', { fault: 'rate limit', seconds: 1 });
  await place.press('platform', { press: 'Yes', nth: 1 });
  expect(place.says('platform')).toContain('0 of 4 answered');
  await house.until(toInstant(millisecondsOf(house.clock.now()) + 60_000));
  expect(place.says('platform')).toContain('1 of 4 answered');
});
