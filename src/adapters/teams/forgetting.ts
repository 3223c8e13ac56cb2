/** A personal chat that Teams no longer knows is no address any more: whoever writes to them next asks for a new one. */
import type { Connector } from './connector.ts';
import { isNotFound } from './failures.ts';
import type { Kit } from './kit.ts';

type Places = Pick<Kit, 'conversations' | 'placesKnown'>;

export function forgetting(connector: Connector, places: Places): Connector {
  return {
    ...connector,
    async post(to, card, summary) {
      try {
        return await connector.post(to, card, summary);
      } catch (error) {
        // A channel's row also says which team has the app, and that stays.
        if (isNotFound(error) && (await places.conversations.byId(to.conversation))?.type === 'personal') {
          await forget(places, to.conversation);
        }
        throw error;
      }
    },
  };
}

/** It is news again when somebody is heard there. */
export async function forget({ conversations, placesKnown }: Places, id: string): Promise<void> {
  await conversations.forget(id);
  placesKnown.delete(id);
}
