/** What a client of its own making sends on and on, beside what our cards have fields for, is not kept without end. */
import { afterEach, expect, it } from 'vitest';
import { fields, objectsIn } from '../../support/slack/json.ts';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const press = 'With evidence or note';

/** What is kept there after that was sent with so much more, twice. */
async function kept(data: (own: object) => object) {
  house = await teamsHouse();
  const review = await house.opened();
  const place = placeIn(house, { by: 'message' });
  await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
  const { teams, user } = house;
  const card = teams.chat(user('platform')).findLast((one) => one.card) ?? expect.fail('There is no card.');
  const sentWith = (more: string) => ({
    alter: (activity: object) => {
      const value = fields(fields(activity)['value']);
      const action = fields(value['action']);
      const sent = { ...data(fields(action['data'])), [`text:${more}`]: 'x'.repeat(600_000) };
      return { ...activity, value: { ...value, action: { ...action, data: sent } } };
    },
  });
  for (const more of ['made-up/one', 'made-up/two']) {
    const told = await teams.press(user('platform'), { press, nth: 1, of: card }, sentWith(more));
    expect([told.status, [...objectsIn(told.card)].length > 1]).toEqual([200, true]);
  }
  const ref = { platform: 'teams', conversation: card.conversation, message: card.id } as const;
  const { unsaved = {} } = (await house.ports.messages.byRef(ref)) ?? expect.fail('It has no row.');
  return { unsaved: Object.keys(unsaved), entered: Object.keys((await house.conversations.enteredIn(ref)) ?? {}) };
}

const tooMuch = () =>
  house.log.said.filter(({ sentence }) => sentence === 'More was entered on a card in Teams than is kept.').length;

it('where a form is opened', async () => {
  expect(await kept((own) => own)).toEqual({ unsaved: ['made-up/one'], entered: [] });
  expect(tooMuch()).toBe(1);
});

it('where a form is leafed through', async () => {
  const leaf = (own: object) => {
    const { form } = fields(fields(own)['muster']);
    return { muster: { press: 'leaf', form, shown: ['note'], to: 1 } };
  };
  const { entered } = await kept(leaf);
  expect(entered).toContain('made-up/one');
  expect(entered).not.toContain('made-up/two');
  expect(tooMuch()).toBe(1);
});
