/** Where a card may stand in Slack, and how a person works there: the same acts must work in each. */
import { expect } from 'vitest';
import type { View } from '../../../src/domain/card/view.ts';
import { millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import type { Button, Filling, Place } from '../../support/places-contract.ts';
import { fields, list } from '../../support/slack/json.ts';
import type { Aim } from '../../support/slack/person/find.ts';
import type { Told } from '../../support/slack/telling.ts';
import type { SlackHouse } from './slack-house.ts';

type Spot = Pick<Place, 'show' | 'says'> & {
  press(who: string, aim: Aim): Promise<Told>;
  /** Until what came of it is shown. */
  shown(told: Told): Promise<unknown>;
};

export function placeIn(house: SlackHouse, make: (house: SlackHouse) => Spot) {
  const { slack, user } = house;
  const { show, says, ...spot } = make(house);
  async function press(who: string, { press: click, ...near }: Button): Promise<Told> {
    const told = await spot.press(who, { click, ...near });
    expect(told.status).toBe(200);
    return told;
  }
  /** Until the form is there. */
  async function open(who: string, button: Button): Promise<void> {
    const before = slack.modals(user(who)).length;
    await press(who, button);
    await slack.when('a form', () => slack.modals(user(who)).length > before);
  }
  return {
    show,
    says,
    open,
    press: async (who: string, button: Button) => spot.shown(await press(who, button)),
    async fill(who: string, button: Button, filling: Filling = {}) {
      await open(who, button);
      const entered = Object.entries(filling).map(
        ([label, value]) => [label, value === true ? ['Yes'] : value] as const,
      );
      const sent = await slack.submitView(user(who), Object.fromEntries(entered));
      expect(sent.status).toBe(200);
      expect(sent.errors).toEqual({});
      return spot.shown(sent);
    },
  } satisfies Place & Record<string, unknown>;
}

export const places = [
  { name: 'in a message', make: inMessage },
  { name: 'in a window over Home', make: inWindow },
  { name: 'beside a command', make: besideCommand },
];

/** Presses whatever button there is, as if it led to that view. */
export const leadingTo = (view: View) => ({
  alter: (payload: Record<string, unknown>) => {
    const [action] = list(payload['actions']).map(fields);
    return {
      ...payload,
      actions: [{ ...action, value: JSON.stringify({ press: 'show', view }), action_id: 'show:1' }],
    };
  },
});

function inMessage({ slack, muster, ports, desk, clock, who: idOf, user }: SlackHouse): Spot {
  return {
    async show(who, view) {
      // Slack takes one message a second in one conversation.
      clock.set(toInstant(millisecondsOf(clock.now()) + 2_000));
      const person = (await ports.directory.people()).get(idOf(who)) ?? expect.fail();
      const card = await desk.card(view, person.id);
      const ref = await muster.messenger.send({ to: { person }, view, card, delivery: `for ${who}` });
      await ports.messages.add({ ref, contact: person.id, view, at: clock.now() });
    },
    press: (who, aim) => slack.clickInMessage(user(who), aim),
    says: (who) => slack.messagesTo(user(who)).map(slack.says).at(-1) ?? '',
    shown: (told) => told.next(({ name }) => name === 'response_url' || name === 'chat.postMessage'),
  };
}

function inWindow({ slack, user }: SlackHouse): Spot {
  return {
    async show(who, view) {
      while (slack.modals(user(who)).length > 0) await slack.closeView(user(who));
      const opened = await slack.openHome(user(who));
      await opened.next(({ name }) => name === 'views.publish');
      const told = await slack.clickInHome(user(who), { click: 'Help' }, leadingTo(view));
      expect(told.status).toBe(200);
      await slack.when('a window', () => slack.modals(user(who)).length === 1);
    },
    press: (who, aim) => slack.clickInModal(user(who), aim),
    says: (who) => slack.modals(user(who)).at(-1)?.says ?? '',
    shown: (told) => told.next(({ name }) => name === 'views.update'),
  };
}

function besideCommand({ slack, user, channel }: SlackHouse): Spot {
  return {
    async show(who, view) {
      const told = await slack.slashCommand(user(who), '/review mine', { in: channel });
      expect(told.status).toBe(200);
      const clicked = await slack.clickInMessage(user(who), { click: 'Help', in: channel }, leadingTo(view));
      expect((await clicked.answered()).status).toBe(200);
    },
    press: (who, aim) => slack.clickInMessage(user(who), { ...aim, in: channel }),
    says: (who) => slack.ephemerals(user(who)).map(slack.says).at(-1) ?? '',
    shown: (told) => told.next(({ name }) => name === 'response_url'),
  };
}
