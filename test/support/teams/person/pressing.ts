/** A person presses something on a card. What is sent is made of what they see, as it looks just then. */
import { type Fields, fields, list, text } from '../../slack/json.ts';
import { conversationNamed, personalChat, personNamed } from '../people.ts';
import type { How, Teller, Told } from '../telling.ts';
import { type Message, shownKey, type World } from '../world.ts';
import { clientOf, envelope } from './envelope.ts';
import { type Fill, filled } from './filling.ts';
import { type Aim, find, has } from './find.ts';

export type Press = Aim & {
  /** A channel; otherwise the person's chat with the bot. */
  readonly in?: string;
  /** A message as it once looked, also when it has changed since; otherwise the newest that has it. */
  readonly of?: Message;
  /** What is filled in first, by label. */
  readonly fill?: Fill;
  /** `older` clients press the fallback. */
  readonly client?: 'older';
};

export function pressing(world: World, tell: Teller) {
  return {
    async press(user: string, press: Press, how?: How): Promise<Told> {
      const person = personNamed(world, user).id;
      const { message, card } = aimed(world, person, press);
      const action = chosenAction(find(card, press), press);
      const inputs = action['associatedInputs'] === 'none' ? {} : filled(card, press.fill ?? {});
      const data = { ...fields(action['data']), ...inputs };
      if (action['type'] === 'Action.Execute')
        return invoke(world, tell, { person, message, how, action: executed(action, data), trigger: 'manual' });
      if (action['type'] === 'Action.Submit')
        return tell({ ...pressed(world, person, message), type: 'message', id: world.ids.message(), value: data }, how);
      throw new Error(`${String(action['title'])} is a ${text(action['type'])}: nothing is sent to the bot.`);
    },
    /** The person's client draws the card anew, as when the chat is opened; nothing without their id in `userIds`. */
    async look(user: string, message: Message, how?: How): Promise<Told | undefined> {
      const person = personNamed(world, user).id;
      const { action, userIds } = fields(message.card?.['refresh']);
      if (!list(userIds).includes(person)) return undefined;
      const sent = executed(fields(action), fields(fields(action)['data']));
      return invoke(world, tell, { person, message, how, action: sent, trigger: 'automatic' });
    },
    /** Shows and hides what an Action.ToggleVisibility says. The bot does not hear of it. */
    toggle(user: string, press: Press): void {
      const person = personNamed(world, user).id;
      const { message, card } = aimed(world, person, press);
      const targets = list(find(card, press)['targetElements']);
      const toggled = targets.reduce<Fields>((drawn, target) => withToggled(drawn, target), card);
      world.shown.set(shownKey(message.id, person), toggled);
    },
  };
}

type Invoked = {
  readonly person: string;
  readonly message: Message;
  readonly action: Fields;
  readonly trigger: 'manual' | 'automatic';
  readonly how: How | undefined;
};

/** The card it is answered with stands in the message's place, for this person and until the message is edited. */
async function invoke(world: World, tell: Teller, { person, message, action, trigger, how }: Invoked): Promise<Told> {
  const around = pressed(world, person, message);
  const name = { type: 'invoke', name: 'adaptiveCard/action', id: world.ids.happening() };
  const edits = () => world.messages.find(({ id }) => id === message.id)?.edits;
  const before = edits();
  const told = await tell({ ...around, ...name, value: { action, trigger } }, how);
  if (told.card && edits() === before) world.shown.set(shownKey(message.id, person), told.card);
  return told;
}

function pressed(world: World, user: string, { id, conversation: place, root }: Message): Fields {
  const person = personNamed(world, user);
  const conversation = conversationNamed(world, place);
  const around = envelope(world, { person, conversation, root: conversation.user ? undefined : (root ?? id) });
  const source = { name: 'message' };
  const channelData = { ...fields(around['channelData']), source, legacy: { replyToId: `1:1${id}` } };
  return { ...around, ...clientOf(world, person), channelData, replyToId: id };
}

function chosenAction(action: Fields, { client }: Press): Fields {
  return client === 'older' && action['type'] === 'Action.Execute' ? fields(action['fallback']) : action;
}

function executed({ type, id, title, verb }: Fields, data: Fields): Fields {
  return { type, ...(id ? { id } : {}), ...(title ? { title } : {}), verb, data };
}

function aimed(world: World, person: string, press: Press): { readonly message: Message; readonly card: Fields } {
  const { of } = press;
  if (of?.card) return { message: of, card: of.card };
  const conversation = press.in ?? personalChat(world, person).id;
  const cards = world.messages.flatMap((message) => {
    const card = world.shown.get(shownKey(message.id, person)) ?? message.card;
    return message.conversation === conversation && card ? [{ message, card }] : [];
  });
  const found = cards.findLast(({ card }) => has(card, press)) ?? cards.at(-1);
  if (!found) throw new Error(`${person} sees no card in ${conversation}.`);
  return found;
}

function withToggled(card: Fields, target: unknown): Fields {
  const id = text(fields(target)['elementId'] ?? target);
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    const changed = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
    if (changed['id'] !== id || changed['type'] === undefined) return changed;
    return { ...changed, isVisible: fields(target)['isVisible'] ?? changed['isVisible'] === false };
  };
  return fields(change(card));
}
