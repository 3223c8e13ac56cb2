/** What a later press is answered with is what stays: no update of an earlier one comes over it, and nothing typed is lost by one. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

const section = 'access-control';
let house: TeamsHouse;
beforeEach(async () => {
  house = await teamsHouse();
});
afterEach(() => endWell(house));

async function shown() {
  const review = await house.opened();
  const place = placeIn(house, { by: 'message' });
  await place.show('platform', { show: 'section', review, section, page: 1 });
  const user = house.user('platform');
  const message = house.teams.chat(user).findLast(({ card }) => card) ?? expect.fail('There is no card.');
  const ref = { platform: 'teams' as const, conversation: message.conversation, message: message.id };
  return {
    says: () => place.says('platform'),
    press: (press: Pressing) => house.teams.press(user, { of: { ...message, card: place.card('platform') }, ...press }),
    fields: () => place.fields('platform'),
    unsaved: async () => (await house.ports.messages.byRef(ref))?.unsaved ?? {},
  };
}
type Pressing = Omit<Parameters<TeamsHouse['teams']['press']>[1], 'of'>;

const wrong = { press: 'Save', fill: { '1. Answer': 'Central sign-in.', '3. Answer': 'a few' } };
const kept = { [`${section}.production-access-count/value`]: 'a few' };

it('stays a refused Save, though the update of the press before it was on its way', async () => {
  const { says, press, fields, unsaved } = await shown();
  house.teams.fail('update', { fault: 'slow', milliseconds: 300 });
  await press({ press: 'Yes', nth: 1 });
  await press(wrong);
  await house.teams.settled();
  expect(says()).toContain('1 saved; 1 needs another look.');
  expect(says()).toContain('Write a whole number');
  expect(fields()).toMatchObject({ '3. Answer': 'a few' });
  await press({ press: 'All sections' });
  expect(await unsaved()).toMatchObject(kept);
});

it('stays what another process answered, though the update of the one before it was on its way', async () => {
  const { says, press, fields } = await shown();
  const other = await house.replica();
  house.teams.fail('update', { fault: 'slow', milliseconds: 300 });
  await press({ press: 'Yes', nth: 1 });
  house.teams.endpoint(other.url);
  await press({ press: 'Yes', nth: 1, fill: { '1. Answer': 'Typed with care' } });
  await house.teams.settled();
  await other.close();
  expect(says()).toContain('2 of 4 answered');
  expect(fields()).toMatchObject({ '1. Answer': 'Typed with care' });
});

it('empties no field that the card it is on never showed filled', async () => {
  const { press, fields, unsaved } = await shown();
  await press(wrong);
  // Opened anew, a client shows the message itself, which says nothing of a refusal.
  house.teams.world.shown.clear();
  expect(Object.values(fields())).not.toContain('a few');
  await press({ press: 'Save', fill: { '1. Answer': 'Central sign-in, again.' } });
  expect(await unsaved()).toMatchObject(kept);
  await press({ press: 'All sections' });
  expect(await unsaved()).toMatchObject(kept);
});
