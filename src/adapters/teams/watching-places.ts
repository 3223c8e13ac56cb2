/** What Teams answers tells of the place too: whether Muster may write there, and whether it is there at all. */
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { close, openIfClosed } from './closed-places.ts';
import type { Connector } from './connector.ts';
import { isNotFound, isNotThere } from './failures.ts';
import { forget } from './forgetting.ts';
import type { Kit } from './kit.ts';
import { noting } from './noting.ts';
import { outOfThread } from './thread.ts';

type Places = Pick<Kit, 'conversations' | 'placesKnown' | 'clock' | 'log'>;

export function watchingPlaces(connector: Connector, places: Places): Connector {
  const wentThrough = (conversation: string) =>
    noting(places, () => openIfClosed(places, outOfThread(conversation)), notOpened);
  return {
    ...connector,
    async post(to, card, summary) {
      const message = await connector.post(to, card, summary).catch(async (error) => {
        if (isNotFound(error)) await noting(places, () => forgetPersonal(places, to.conversation), notClosed);
        throw error;
      });
      await wentThrough(to.conversation);
      return message;
    },
    async update(at, card, summary) {
      await connector.update(at, card, summary).catch(async (error) => {
        if (!isNotThere(error) && isRefused(error))
          await noting(places, () => close(places, at.conversation), notClosed);
        throw error;
      });
      await wentThrough(at.conversation);
    },
  };
}

const notOpened = 'That Muster may write in a conversation of Teams again could not be noted.';
const notClosed = 'That Muster may not write in a conversation of Teams, or that it is gone, could not be noted.';

function isRefused(error: unknown): boolean {
  return error instanceof DeliveryFailed && error.certainty === 'unreachable';
}

/** Whoever writes to them next asks for a new address. A channel's row also says which team has the app, and that stays. */
async function forgetPersonal(places: Places, id: string): Promise<void> {
  if ((await places.conversations.byId(id))?.type === 'personal') await forget(places, id);
}
