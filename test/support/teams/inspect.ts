/** What people see, and what the bot did: for a test to look at. */
import { type Fields, fields, text } from '../slack/json.ts';
import type { Entry } from './journal.ts';
import type { Operation } from './operation.ts';
import { personNamed } from './people.ts';
import { pressable } from './person/find.ts';
import { visible } from './person/visible.ts';
import { type Message, shownKey, type World } from './world.ts';

const writes = new Set<string>(['create conversation', 'send', 'reply', 'update', 'delete'] satisfies Operation[]);
const posts = new Set<string>(['send', 'reply'] satisfies Operation[]);
const issuing = new Set<string>(['token', 'openid', 'keys'] satisfies Operation[]);

export function inspect(world: World) {
  const { entries } = world.journal;
  const asked = () => entries.filter(({ told }) => !told);
  const shown = (message: Message, user?: string): Fields | undefined =>
    (user && world.shown.get(shownKey(message.id, personNamed(world, user).id))) || message.card;
  return {
    /** The person's chat with the bot, both sides, oldest first. */
    chat(user: string): readonly Message[] {
      const { id } = personNamed(world, user);
      const chat = [...world.conversations.values()].find((conversation) => conversation.user === id);
      return world.messages.filter(({ conversation }) => conversation === chat?.id);
    },
    /** What stands in a channel, threads among it, oldest first. */
    channel: (id: string): readonly Message[] => world.messages.filter(({ conversation }) => conversation === id),
    /** The card as one person sees it, or as everybody does. */
    shown,
    /** What a message says, as it is read by somebody. */
    says(message: Message, user?: string): string {
      const card = shown(message, user);
      return card ? visible(card) : message.text;
    },
    /** The words on everything one can press. */
    pressable: (message: Message, user?: string): readonly string[] => pressable(shown(message, user) ?? {}),
    /** What was asked of the connector, in order; or of one operation of it or of the issuer. */
    calls: (operation?: Operation): readonly Entry[] =>
      asked().filter(({ name }) => (operation ? name === operation : !issuing.has(name))),
    /** What was written, tried or done: creations, messages, edits, removals. */
    writes: (): readonly Entry[] => asked().filter(({ name }) => writes.has(name)),
    /** Every POST of a message, whatever came of it. One is meant for each message. */
    posts: (): readonly Entry[] =>
      asked().filter(({ name, body }) => isMessage(name, body) && body['type'] !== 'typing'),
    /** What this Teams refused, with the reason. */
    refusals: (): readonly string[] =>
      asked().flatMap(({ name, status, answer }) =>
        status >= 400 ? [`${name}: ${status} ${text(fields(answer['error'])['code'])}`] : [],
      ),
  };
}

function isMessage(name: string, body: Fields): boolean {
  return posts.has(name) || (name === 'create conversation' && body['activity'] !== undefined);
}
