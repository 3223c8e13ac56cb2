/** chat.update, chat.delete and chat.getPermalink. */
import { type Answer, no, yes } from '../answer.ts';
import { contentOf, isRefusal } from '../content.ts';
import { type Fields, text } from '../json.ts';
import { limits } from '../limits.ts';
import { messagePayload } from '../message-payload.ts';
import { edit, remove } from '../posting.ts';
import type { Message, World } from '../world.ts';
import type { Method } from './method.ts';

export const update: Method = (world, args) => {
  const message = meant(world, args, 'cant_update_message');
  if ('ok' in message) return message;
  const place = { in: 'chat.update', channel: message.channel, maxText: limits.message.updateText, maxAll: true };
  const content = contentOf(world, args, place);
  if (isRefusal(content)) return content;
  const edited = edit(world, message, content);
  const { channel, ts, text: said } = edited;
  return yes({ channel, ts, text: said, message: messagePayload(world, edited) });
};

export const deleteMessage: Method = (world, args) => {
  const message = meant(world, args, 'cant_delete_message');
  if ('ok' in message) return message;
  remove(world, message);
  return yes({ channel: message.channel, ts: message.ts });
};

export const getPermalink: Method = (world, args) => {
  const message = meant(world, { ...args, ts: args['message_ts'] }, 'message_not_found');
  if ('ok' in message) return message;
  const { channel, ts } = message;
  return yes({
    channel,
    permalink: `https://${world.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`,
  });
};

/** Here a channel is a channel: a person's id is not found. */
function meant(world: World, args: Fields, notOurs: string): Message | Answer {
  const channel = world.channels.get(text(args['channel']));
  if (!channel || (channel.kind === 'private' && !channel.members.has(world.app.bot))) return no('channel_not_found');
  const message = world.messages.find(
    ({ ts, channel: where, onlyFor }) => ts === text(args['ts']) && where === channel.id && !onlyFor,
  );
  if (!message) return no('message_not_found');
  return message.user === world.app.bot ? message : no(notOurs);
}
