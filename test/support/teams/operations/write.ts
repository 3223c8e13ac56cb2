/** POST, PUT and DELETE of activities. */
import { type Fields, fields, text } from '../../slack/json.ts';
import { type Reply, refusal, refusals, refused } from '../answer.ts';
import { contentOf, isReply } from '../checks/content.ts';
import { threadOf } from '../operation.ts';
import { edit, post, remove } from '../posting.ts';
import type { Message, World } from '../world.ts';
import { isRefused, reach } from './reach.ts';

type Asked = { readonly conversation: string; readonly activity: string; readonly body: Fields };

/** `reply` names a message: in a channel its thread is meant, in a personal chat nothing. */
export function send(world: World, { conversation: id, activity: to, body }: Asked): Reply {
  const reached = reach(world, id);
  if (isRefused(reached)) return reached;
  const elsewhere = inAnother(world, id, body);
  if (elsewhere) return elsewhere;
  const content = contentOf(world, to ? 'reply' : 'send', body);
  if (isReply(content)) return content;
  if (body['type'] === 'typing') return { status: 202, answer: {} };
  const { conversation } = reached;
  const answered = to && !conversation.user ? find(world, conversation.id, to) : undefined;
  const root = reached.root ?? answered?.root ?? answered?.id;
  const { id: posted } = post(world, { conversation: conversation.id, content, activity: body, root });
  return { status: 201, answer: { id: posted } };
}

export function update(world: World, { conversation: id, activity, body }: Asked): Reply {
  const found = own(world, id, activity);
  if (isRefused(found)) return found;
  const elsewhere = inAnother(world, id, body);
  if (elsewhere) return elsewhere;
  const content = contentOf(world, 'update', body);
  if (isReply(content)) return content;
  edit(world, found, content, body);
  return { status: 200, answer: { id: activity } };
}

export function erase(world: World, { conversation: id, activity }: Asked): Reply {
  const found = own(world, id, activity);
  if (isRefused(found)) return found;
  remove(world, found);
  return { status: 200, answer: {} };
}

/** Nobody edits what somebody else wrote. */
function own(world: World, id: string, activity: string): Message | Reply {
  const reached = reach(world, id);
  if (isRefused(reached)) return reached;
  const found = find(world, reached.conversation.id, activity);
  if (!found) return refused(refusals.noActivity);
  return found.from === world.bot.id ? found : refused(refusals.notPermitted);
}

function find({ messages }: World, conversation: string, id: string): Message | undefined {
  return messages.find((message) => message.conversation === conversation && message.id === id);
}

/** Teams goes by the address alone; what says something else is a mistake of ours. */
function inAnother(world: World, id: string, body: Fields): Reply | undefined {
  const said = text(fields(body['conversation'])['id']);
  if (!said || threadOf(said).conversation === threadOf(id).conversation) return undefined;
  const says = `an activity for ${said} was sent to ${id}`;
  world.violations.push({ in: 'send', says });
  return refusal(400, 'BadArgument', says);
}
