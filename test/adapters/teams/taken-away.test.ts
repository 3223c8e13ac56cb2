/** Whose account it was and is no more sees nothing new there; and who has it now sees only what is theirs. */
import { afterEach, describe, expect, it } from 'vitest';
import { answerAll } from '../../support/answering.ts';
import { type Fields, fields, objectsIn } from '../../support/slack/json.ts';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const cards = (user: string) => house.teams.chat(user).filter(({ card }) => card);
const said = (user: string) => cards(user).map((one) => house.teams.says(one));

/** Pia answers all of it elsewhere, and whatever stands in Teams is redrawn. */
async function allAnswered(review: string): Promise<void> {
  await answerAll(house, review);
  await house.until('2026-11-23T09:10:00.000Z');
}

/** The program file says so of Pia's account. */
async function givenToRavi(): Promise<void> {
  const { directory } = house.ports;
  const { id: _, ...ravi } = (await directory.people()).get(house.who('sre')) ?? expect.fail();
  await directory.remember([{ ...ravi, address: house.account('platform') }]);
}

/** And says after a while that it is hers after all. */
async function givenBack(): Promise<void> {
  const { directory } = house.ports;
  const { id: _, ...pia } = (await directory.people()).get(house.who('platform')) ?? expect.fail();
  await directory.remember([{ ...pia, address: house.account('platform') }]);
}

/** What the button of a form's card sends. */
function sentBy(card: object | undefined): Fields {
  const found = [...objectsIn(card)].find(({ object }) => object['verb'] === 'send');
  return fields(fields(fields(found?.object)['data'])['muster']);
}

it('a guest who was taken for somebody sees no more of their cards from the first word on', async () => {
  house = await teamsHouse();
  const likePia = { email: 'somebody@elsewhere.example', upn: 'platform@example.com' };
  const guest = house.teams.addPerson({ name: 'Gus Other', ...likePia, role: 'guest' });
  house.teams.installSilently(guest.id);
  await house.ports.directory.learn(house.who('platform'), guest.aad);
  const review = await house.opened();
  expect(said(guest.id).join()).toContain('38 prompts');
  await house.teams.say(guest.id, 'mine');
  const before = said(guest.id);
  await house.teams.say(house.user('platform'), 'status');
  await allAnswered(review);
  expect(said(guest.id)).toEqual(before);
  expect(said(house.user('platform')).join()).toContain('119 of 119 answered');
});

describe('an account that the program file gives to somebody else', () => {
  it('is shown nothing more of the one before', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    await givenToRavi();
    const before = said(house.user('platform'));
    await allAnswered(review);
    expect(said(house.user('platform'))).toEqual(before);
  });

  it('shows nothing that the one before entered on another page of a form there', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const place = placeIn(house, { by: 'message' });
    await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
    const opened = await place.press('platform', { press: 'With evidence or note', nth: 1 });
    const { form } = sentBy(opened.card);
    const leaf = (shown: string, entered: object) => ({
      alter: (activity: object) => ({
        ...activity,
        value: {
          action: {
            type: 'Action.Execute',
            data: { muster: { press: 'leaf', form, shown: [shown], to: 1 }, ...entered },
          },
        },
      }),
    });
    const card = cards(house.user('platform')).at(-1) ?? expect.fail();
    const press = { press: 'Back', of: { ...card, card: opened.card ?? expect.fail() } };
    const before = await house.teams.press(
      house.user('platform'),
      press,
      leaf('note', { 'text:note': 'Pia’s own words' }),
    );
    expect(JSON.stringify(before.card)).toContain('Pia’s own words');
    await givenToRavi();
    const told = await house.teams.press(house.user('platform'), press, leaf('evidence', {}));
    await house.teams.settled();
    expect(JSON.stringify(told.card)).not.toContain('Pia’s own words');
  });

  it('shows nothing that the one before entered in a form, where nothing else stands in that chat', async () => {
    house = await teamsHouse();
    const { conversations } = house;
    const place = { conversation: house.teams.chatIdOf(house.user('platform')), message: 'of its own' };
    await conversations.hold(place, '2026-11-23T09:00:00.000Z', { note: 'Pia’s own words' });
    await givenToRavi();
    expect(await conversations.enteredIn(place)).toBeUndefined();
  });

  it('is hers again with the cards that stood there: they follow what happened meanwhile', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    await house.teams.say(house.user('platform'), 'status');
    await givenToRavi();
    await allAnswered(review);
    expect(said(house.user('platform')).join()).not.toContain('119 of 119 answered');
    await givenBack();
    await house.sweep();
    await house.until('2026-11-23T09:20:00.000Z');
    expect(said(house.user('platform')).join()).toContain('119 of 119 answered');
  });

  it('is hers again after days, and a card that Teams did not take then is drawn with the next sweep', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    // With a second one there the next round would be set already.
    const [hers, ...others] = cards(house.user('platform'));
    expect(others).toEqual([]);
    const shown = () =>
      cards(house.user('platform'))
        .filter(({ id }) => id === hers?.id)
        .map((one) => house.teams.says(one));
    const before = shown();
    await givenToRavi();
    await allAnswered(review);
    await house.until('2026-11-26T09:10:00.000Z');
    await givenBack();
    const failing = house.teams.fail('update', { fault: 'unavailable' });
    await house.sweep();
    await house.until('2026-11-26T09:15:00.000Z');
    await failing.struck;
    expect(shown()).toEqual(before);
    await house.sweep();
    await house.until('2026-11-26T09:20:00.000Z');
    expect(shown()).not.toEqual(before);
  });

  it('shows what is theirs where they press, and nothing that the one before entered', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const place = placeIn(house, { by: 'message' });
    await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
    await place.press('platform', { press: 'Yes', nth: 2 }, { '1. Answer': 'Pia’s own words' });
    expect(place.fields('platform')).toMatchObject({ '1. Answer': 'Pia’s own words' });
    const hers = cards(house.user('platform')).at(-1) ?? expect.fail();
    await givenToRavi();
    const { messages } = house.ports;
    const ref = { platform: 'teams', conversation: hers.conversation, message: hers.id } as const;
    const carries = {
      muster: { press: 'show', view: { show: 'section', review, section: 'access-control', page: 1 } },
    };
    const alter = (activity: object) => ({ ...activity, value: { action: { type: 'Action.Execute', data: carries } } });
    const told = await house.teams.press(house.user('platform'), { press: 'Yes', nth: 1, of: hers }, { alter });
    await house.teams.settled();
    expect(await messages.byRef(ref)).toMatchObject({ contact: house.who('sre'), view: carries.muster.view });
    const seen = [JSON.stringify(told.card), house.teams.says(cards(house.user('platform')).at(-1) ?? expect.fail())];
    for (const each of seen) {
      expect(each).not.toContain('Pia’s own words');
      expect(each).not.toContain('4 of the 8 prompts of Access Control are yours');
    }
  });
});
