/** POST /v3/conversations: opens the chat with one person, or begins a thread in a channel. */
import { type Fields, fields, list, text } from '../../slack/json.ts';
import { type Reply, refusal, refusals, refused } from '../answer.ts';
import { contentOf, isReply } from '../checks/content.ts';
import { findPerson, personalChat } from '../people.ts';
import { post } from '../posting.ts';
import { serviceUrl, type World } from '../world.ts';
import { isRefused, reach } from './reach.ts';

export function createConversation(world: World, body: Fields): Reply {
  const data = fields(body['channelData']);
  const tenant = text(body['tenantId']) || text(fields(data['tenant'])['id']);
  const channel = text(fields(data['channel'])['id']);
  if (tenant !== world.tenant) return bad(world, 'the tenant must be said, and be ours');
  return channel ? beginThread(world, channel, fields(body['activity'])) : openChat(world, body);
}

function openChat(world: World, body: Fields): Reply {
  const members = list(body['members']);
  if (body['isGroup'] === true || members.length !== 1) return bad(world, 'a bot opens chats with one person only');
  const person = findPerson(world, text(fields(members[0])['id']));
  if (!person || person.tenant !== world.tenant) return bad(world, 'nobody here has this id');
  if (!world.installed.has(person.id)) return refused(refusals.notInRoster);
  const { id } = personalChat(world, person.id);
  if (body['activity'] === undefined) return { status: 201, answer: { id } };
  const content = contentOf(world, 'create conversation', fields(body['activity']));
  if (isReply(content)) return content;
  const message = post(world, { conversation: id, content, activity: fields(body['activity']) });
  return { status: 201, answer: { id, activityId: message.id } };
}

function beginThread(world: World, channel: string, activity: Fields): Reply {
  const reached = reach(world, channel);
  if (isRefused(reached)) return reached;
  const content = contentOf(world, 'create conversation', activity);
  if (isReply(content)) return content;
  const { id } = post(world, { conversation: channel, content, activity });
  const answer = { id: `${channel};messageid=${id}`, activityId: id, serviceUrl: serviceUrl(world) };
  return { status: 201, answer };
}

function bad(world: World, says: string): Reply {
  world.violations.push({ in: 'create conversation', says });
  return refusal(400, 'BadArgument', says);
}
