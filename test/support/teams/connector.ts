/** Who calls, whether they may, whether too often; then the operation itself. */
import { type Reply, refusal, tooMany } from './answer.ts';
import type { Asked } from './exchange.ts';
import { issueToken, keySet, mayCall, openid } from './issuer/issue.ts';
import { createConversation } from './operations/create-conversation.ts';
import { channels, member, members, pagedMembers, team } from './operations/read.ts';
import { erase, send, update } from './operations/write.ts';
import type { windows } from './windows.ts';
import type { World } from './world.ts';

export type Connector = { readonly world: World; readonly may: ReturnType<typeof windows> | undefined };

export function carryOut({ world, may }: Connector, asked: Asked): Reply {
  const { operation, of } = asked;
  if (operation === 'token') return issueToken(world, of, asked.body);
  if (operation === 'openid') return openid(world);
  if (operation === 'keys') return keySet();
  if (!mayCall(world, asked.request.headers.authorization))
    return refusal(401, 'Unauthorized', 'Authorization has been denied for this request.');
  const wait = may?.(operation, of);
  return wait === undefined ? perform(world, operation, asked) : tooMany(wait);
}

type OfConnector = Exclude<Asked['operation'], 'token' | 'openid' | 'keys'>;

function perform(world: World, operation: OfConnector, { of, what, body, url }: Asked): Reply {
  const asked = { conversation: of, activity: what, body };
  switch (operation) {
    case 'create conversation':
      return createConversation(world, body);
    case 'send':
    case 'reply':
      return send(world, asked);
    case 'update':
      return update(world, asked);
    case 'delete':
      return erase(world, asked);
    case 'members':
      return members(world, of);
    case 'paged members':
      return pagedMembers(world, of, url.searchParams);
    case 'member':
      return member(world, of, what);
    case 'team':
      return team(world, of);
    case 'channels':
      return channels(world, of);
    default:
      return operation satisfies never;
  }
}
