/** A personal chat that Teams no longer knows is no address any more: whoever writes to them next asks for a new one. */
import type { Conversations } from '../../flow/ports/conversations.ts';
import type { Connector } from './connector.ts';
import { isNotFound } from './failures.ts';

export function forgetting(connector: Connector, conversations: Pick<Conversations, 'byId' | 'forget'>): Connector {
  return {
    ...connector,
    async post(to, card, summary) {
      try {
        return await connector.post(to, card, summary);
      } catch (error) {
        // A channel's row also says which team has the app, and that stays.
        if (isNotFound(error) && (await conversations.byId(to.conversation))?.type === 'personal') {
          await conversations.forget(to.conversation);
        }
        throw error;
      }
    },
  };
}
