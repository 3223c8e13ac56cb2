/** Whether the bot may speak in a conversation, and be heard. */
import { type Reply, refusals, refused } from '../answer.ts';
import { threadOf } from '../operation.ts';
import type { Conversation, World } from '../world.ts';

export type Reached = { readonly conversation: Conversation; readonly root: string | undefined };

export function reach(world: World, id: string): Reached | Reply {
  const { conversation: place, root } = threadOf(id);
  const conversation = world.conversations.get(place);
  if (!conversation) return refused(refusals.noConversation);
  if (!hasApp(world, conversation)) return refused(refusals.notInRoster);
  if (root && !world.messages.some((message) => message.id === root && message.conversation === place))
    return refused(refusals.noConversation);
  return { conversation, root };
}

export function isRefused(reached: object): reached is Reply {
  return 'status' in reached;
}

function hasApp({ installed, teams }: World, { user, team }: Conversation): boolean {
  return user ? installed.has(user) : (teams.get(team ?? '')?.installed ?? false);
}
