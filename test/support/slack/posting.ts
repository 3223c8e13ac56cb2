/** Puts messages before people, in place of others when they are edits. */
import type { Content } from './content.ts';
import type { Message, World } from './world.ts';

export function post(world: World, message: Pick<Message, 'channel' | 'text'> & Partial<Message>): Message {
  const posted: Message = { ts: world.ids.ts(), user: world.app.bot, blocks: [], edits: 0, ...message };
  world.messages = [...world.messages, posted];
  return posted;
}

/** Without blocks the old ones stay, as in Slack; an empty list takes them away. */
export function edit(world: World, message: Message, { text, blocks, unmarked }: Content): Message {
  const said = { text: text || message.text, blocks: blocks ?? message.blocks, unmarked };
  const edited = { ...message, ...said, edits: message.edits + 1 };
  world.messages = world.messages.map((each) => (each === message ? edited : each));
  return edited;
}

export function remove(world: World, message: Message): void {
  world.messages = world.messages.filter((each) => each !== message);
}
