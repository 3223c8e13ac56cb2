/** chat.postMessage and chat.postEphemeral. */
import { no, yes } from '../answer.ts';
import { contentOf, isRefusal } from '../content.ts';
import { fields, parsed, text } from '../json.ts';
import { limits } from '../limits.ts';
import { messagePayload } from '../message-payload.ts';
import { dmWith } from '../people.ts';
import { post } from '../posting.ts';
import type { Channel, World } from '../world.ts';
import type { Method } from './method.ts';

export const postMessage: Method = (world, args) => {
  const channel = whereTo(world, text(args['channel']));
  if (!channel) return no('channel_not_found');
  const refusal = mayPost(world, channel);
  if (refusal) return no(refusal);
  const place = { in: 'chat.postMessage', channel: channel.id, maxText: limits.message.postText, maxAll: true };
  const content = contentOf(world, args, place);
  if (isRefusal(content)) return content;
  const thread = text(args['thread_ts']);
  if (thread && !world.messages.some(({ ts }) => ts === thread)) return no('thread_not_found');
  const metadata = args['metadata'] === undefined ? undefined : fields(json(args['metadata']));
  const message = post(world, {
    channel: channel.id,
    ...content,
    blocks: content.blocks ?? [],
    ...(thread ? { thread } : {}),
    ...(metadata ? { metadata } : {}),
  });
  return yes({ channel: channel.id, ts: message.ts, message: messagePayload(world, message) });
};

export const postEphemeral: Method = (world, args) => {
  const channel = world.channels.get(text(args['channel']));
  if (!channel) return no('channel_not_found');
  const refusal = mayPost(world, channel);
  if (refusal) return no(refusal);
  const user = text(args['user']);
  if (!world.users.has(user)) return no('user_not_found');
  if (!channel.members.has(user)) return no('user_not_in_channel');
  const place = { in: 'chat.postEphemeral', channel: channel.id, maxText: limits.message.postText, maxAll: true };
  const content = contentOf(world, args, place);
  if (isRefusal(content)) return content;
  const message = post(world, { channel: channel.id, ...content, blocks: content.blocks ?? [], onlyFor: user });
  return yes({ message_ts: message.ts });
};

/** A person's id opens their direct message. Slack also posts to who is deactivated, and says nothing. */
function whereTo(world: World, to: string): Channel | undefined {
  if (world.users.has(to)) return world.users.get(to)?.isBot ? undefined : dmWith(world, to);
  if (to.startsWith('#'))
    return [...world.channels.values()].find(({ name, kind }) => kind !== 'dm' && `#${name}` === to);
  return world.channels.get(to);
}

function mayPost({ app, scopes }: World, channel: Channel): string | undefined {
  if (channel.members.has(app.bot)) return channel.archived ? 'is_archived' : undefined;
  if (channel.kind === 'private') return 'channel_not_found';
  if (channel.archived) return 'is_archived';
  return scopes.has('chat:write.public') && channel.kind === 'public' ? undefined : 'not_in_channel';
}

function json(value: unknown): unknown {
  return typeof value === 'string' ? parsed(value) : value;
}
