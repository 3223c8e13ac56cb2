/** Redraws the messages that show a review. Idempotent and late: a card is repeated until it is current. */
import type { ReviewId } from '../domain/event.ts';
import type { Ports } from './ports.ts';
import { drawFor, type Staging } from './scene.ts';

type Redrawing = Staging & Pick<Ports, 'messages' | 'messengers' | 'log'>;

export async function redrawAbout(ports: Redrawing, review: ReviewId): Promise<void> {
  for (const message of await ports.messages.about(review)) {
    const messenger = ports.messengers.get(message.ref.platform);
    if (!messenger) continue;
    try {
      await messenger.redraw(message.ref, message.view, await drawFor(ports, message.view, message.contact));
    } catch (error) {
      // The next change or the next sweep redraws it again; the others must not wait for it.
      ports.log.warn({ review, message: message.ref.message, error: String(error) }, 'A card could not be redrawn.');
    }
  }
}
