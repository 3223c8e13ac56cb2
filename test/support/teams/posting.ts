/** Puts messages before people, in place of others when they are edits. */
import type { Fields } from '../slack/json.ts';
import type { Content } from './checks/content.ts';
import type { Message, World } from './world.ts';

type Posted = {
  readonly conversation: string;
  readonly content: Content;
  readonly activity: Fields;
  readonly from?: string;
  readonly root?: string | undefined;
};

export function post(world: World, { conversation, content, activity, from, root }: Posted): Message {
  const message: Message = {
    id: world.ids.message(),
    conversation,
    from: from ?? world.bot.id,
    ...content,
    ...(root ? { root } : {}),
    edits: 0,
    activity,
  };
  world.messages = [...world.messages, message];
  return message;
}

/** The whole message is replaced, and with it what single people saw in its place. */
export function edit(world: World, message: Message, content: Content, activity: Fields): void {
  const { id, conversation, from, root, edits } = message;
  const kept = { id, conversation, from, ...(root ? { root } : {}) };
  const edited: Message = { ...kept, ...content, edits: edits + 1, activity };
  world.messages = world.messages.map((each) => (each === message ? edited : each));
  for (const key of [...world.shown.keys()]) if (key.startsWith(`${id} `)) world.shown.delete(key);
}

export function remove(world: World, message: Message): void {
  world.messages = world.messages.filter((each) => each !== message);
}
