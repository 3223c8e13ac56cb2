/** A personal chat that Teams no longer knows is no address any more: the next who writes there gets a new one. */
import type { Conversations } from '../../flow/ports/conversations.ts';
import type { Connector } from './connector.ts';
import { isConversationGone } from './failures.ts';

export function forgetting(connector: Connector, conversations: Pick<Conversations, 'byId' | 'forget'>): Connector {
  return {
    ...connector,
    async post(to, card, summary) {
      try {
        return await connector.post(to, card, summary);
      } catch (error) {
        // A channel's row also says which team has the app, and that stays.
        if (isConversationGone(error) && (await conversations.byId(to.conversation))?.type === 'personal') {
          await conversations.forget(to.conversation);
        }
        throw error;
      }
    },
  };
}
