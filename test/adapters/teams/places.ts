/** Where a card may come before a person in Teams, and how they work there: the same acts must work in each. */
import { expect } from 'vitest';
import type { View } from '../../../src/domain/card/view.ts';
import { millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { type Fields, fields, objectsIn, text } from '../../support/slack/json.ts';
import type { Fill } from '../../support/teams/person/filling.ts';
import type { Aim } from '../../support/teams/person/find.ts';
import { inputsOf, isSeen, labelOf } from '../../support/teams/person/visible.ts';
import type { Told } from '../../support/teams/telling.ts';
import type { TeamsHouse } from './teams-house.ts';

export const places = [
  { name: 'in a message of their own chat', how: { by: 'message' } },
  { name: 'with a client that knows no Action.Execute', how: { by: 'message', client: 'older' } },
  { name: 'from “mine”', how: { by: 'mine' } },
  { name: 'from a mention in the channel', how: { by: 'mention' } },
  { name: 'from the card in the channel', how: { by: 'channel' } },
] as const satisfies readonly { name: string; how: How }[];

export type How = { readonly by: 'message' | 'mine' | 'mention' | 'channel'; readonly client?: 'older' };
export type Place = ReturnType<typeof placeIn>;

/** Presses whatever button there is, as if it led to that view. */
const leadingTo = (view: View) => ({
  alter: (activity: Fields): Fields => {
    const { action, ...rest } = fields(activity['value']);
    return {
      ...activity,
      value: { ...rest, action: { ...fields(action), data: { muster: { press: 'show', view } } } },
    };
  },
});

export function placeIn(house: TeamsHouse, { by, client }: How) {
  const { teams, user } = house;
  const seen = (who: string) => teams.chat(user(who)).findLast(({ card }) => card) ?? expect.fail('There is no card.');
  const cardOf = (who: string): Fields => teams.shown(seen(who), user(who)) ?? {};
  async function press(who: string, aim: Aim, fill?: Fill): Promise<Told> {
    const told = await teams.press(user(who), {
      ...aim,
      ...(client && { client }),
      of: { ...seen(who), card: cardOf(who) },
      ...(fill && { fill }),
    });
    expect(told.status).toBe(200);
    // The message itself follows what the person already sees.
    await teams.settled();
    return told;
  }
  async function show(who: string, view: View): Promise<void> {
    later(house);
    if (by === 'message') return send(house, who, view);
    if (by === 'mine') await teams.say(user(who), 'mine');
    if (by === 'mention') await teams.mention(user(who), { in: house.channel, says: 'mine' });
    const where = by === 'channel' ? { in: house.channel, press: 'What waits for me' } : { press: 'Help' };
    expect((await teams.press(user(who), where, leadingTo(view))).status).toBe(200);
  }
  return {
    /** Brings the view before that person. */
    show,
    press,
    /** Opens the form, fills it in and sends it. */
    async fill(who: string, aim: Aim, filling: Fill = {}): Promise<Told> {
      await press(who, aim);
      return press(who, { press: sending(cardOf(who)) }, filling);
    },
    send: (who: string, filling: Fill) => press(who, { press: sending(cardOf(who)) }, filling),
    card: cardOf,
    /** What stands in the fields they see, by their labels. */
    fields: (who: string): Fields =>
      Object.fromEntries([...inputsOf(cardOf(who))].filter(isSeen).map((input) => [labelOf(input), input['value']])),
    /** What stands there now. */
    says: (who: string) => teams.says(seen(who), user(who)),
  };
}

/** The words on the button that sends a form. */
export function sending(card: Fields): string {
  const found = [...objectsIn(card)].find(({ object }) => object['verb'] === 'send');
  return (
    text(fields(found?.object)['title']) || expect.fail(`There is no form here: ${JSON.stringify(card).slice(0, 400)}`)
  );
}

async function send({ muster, ports, desk, clock, who: idOf }: TeamsHouse, who: string, view: View): Promise<void> {
  const person = (await ports.directory.people()).get(idOf(who)) ?? expect.fail();
  const card = await desk.card(view, person.id);
  const ref = await muster.messenger.send({ to: { person }, view, card, delivery: `for ${who}` });
  await ports.messages.add({ ref, contact: person.id, view, at: clock.now() });
}

/** Teams takes seven messages a second in one conversation, and few enough in half a minute. */
function later({ clock }: TeamsHouse): void {
  clock.set(toInstant(millisecondsOf(clock.now()) + 5_000));
}
