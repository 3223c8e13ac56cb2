/** A person writes to the bot: in their chat with it, or in a channel by naming it. */
import type { Fields } from '../../slack/json.ts';
import { conversationNamed, personalChat, personNamed } from '../people.ts';
import { post } from '../posting.ts';
import type { How, Teller, Told } from '../telling.ts';
import type { Conversation, Message, Person, World } from '../world.ts';
import { clientOf, envelope } from './envelope.ts';

export type Mention = {
  readonly in: string;
  readonly says: string;
  /** A message whose thread it is written in; otherwise it begins one. */
  readonly under?: Message;
};

export function talking(world: World, tell: Teller) {
  return {
    say(user: string, says: string, how?: How): Promise<Told> {
      const person = personNamed(world, user);
      const conversation = personalChat(world, person.id);
      return tell(message(world, { person, conversation, says, text: says }), how);
    },
    /** Teams leaves the bot's name in the text, with a hard space after it and a line's end. */
    mention(user: string, { in: channel, says, under }: Mention, how?: How): Promise<Told> {
      const person = personNamed(world, user);
      const conversation = conversationNamed(world, channel);
      const text = `<at>${world.bot.name}</at>&nbsp;${says}\n`;
      const written = message(world, { person, conversation, says, text, root: under?.root ?? under?.id });
      const { id, name } = world.bot;
      const named = { mentioned: { id, name }, text: `<at>${name}</at>`, type: 'mention' };
      const entities = [named, ...(written['entities'] as readonly Fields[])];
      return tell({ ...written, entities }, how);
    },
    /** Anything else that Teams tells of a person, e.g. `{ type: 'messageReaction' }` or an unknown invoke. */
    happen(user: string, what: Fields, how?: How): Promise<Told> {
      const person = personNamed(world, user);
      const around = envelope(world, { person, conversation: personalChat(world, person.id) });
      return tell({ ...around, ...clientOf(world, person), id: world.ids.happening(), ...what }, how);
    },
  };
}

type Written = {
  readonly person: Person;
  readonly conversation: Conversation;
  readonly says: string;
  readonly text: string;
  readonly root?: string | undefined;
};

function message(world: World, { person, conversation, says, text, root }: Written): Fields {
  const posted = { conversation: conversation.id, content: { text: says }, from: person.id, root };
  const { id } = post(world, { ...posted, activity: {} });
  return {
    ...envelope(world, { person, conversation, root: conversation.user ? undefined : (root ?? id) }),
    ...clientOf(world, person),
    type: 'message',
    id,
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${asHtml(says)}</p>` }],
  };
}

function asHtml(says: string): string {
  return says.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}
