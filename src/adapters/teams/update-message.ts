/** Puts a card's newest form in its place, unless somebody is filling in a form there. */
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { serviceUrlFor } from './addresses.ts';
import type { Kit } from './kit.ts';
import type { Updating } from './redraws.ts';

// Somebody's input is worth more than a current card; when it is sent, the card is drawn anew anyway.
const lookAgain = 30_000;
const aWhile = 5_000;

export function updateMessage(kit: () => Kit): Updating['update'] {
  return async ({ ref: { conversation, message }, rendered }) => {
    const { conversations, clock, connector } = kit();
    if (await conversations.isHeld({ conversation, message }, clock.now())) return { waitFor: lookAgain };
    const serviceUrl = await serviceUrlFor(kit(), conversation);
    try {
      await connector.update({ serviceUrl, conversation, message }, rendered.card, rendered.summary);
      return 'done';
    } catch (error) {
      if (!(error instanceof DeliveryFailed)) throw error;
      if (error.certainty === 'unreachable') return 'gone';
      // A card may be drawn twice; it must not stay old.
      return { waitFor: error.retryAfter ?? aWhile };
    }
  };
}
