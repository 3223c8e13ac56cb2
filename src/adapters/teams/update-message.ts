/** Puts a card's newest form in the place of what stands there, unless somebody is filling in a form. */
import type { Card } from '../../domain/card/card.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { serviceUrlFor } from './addresses.ts';
import { aLongPause, close, isClosed } from './closed-places.ts';
import { isNotThere } from './failures.ts';
import type { Kit } from './kit.ts';
import { type Rendered, render } from './render.ts';

// Somebody's input is worth more than a current card; when it is sent, the card is drawn anew anyway.
const lookAgain = 30_000;
const soon = 5_000;

export async function redrawMessage(kit: Kit, ref: MessageRef, card: Card): Promise<'done' | 'gone'> {
  if (await isClosed(kit, ref.conversation)) {
    throw new DeliveryFailed('not sent', 'Muster may not write there', { retryAfter: aLongPause });
  }
  const part = (await kit.messages.byRef(ref))?.part;
  const entered = kit.drafts.card.of(ref) ?? {};
  const rendered = render({ card, entered, ...(part !== undefined && { part }) });
  // Who opens a form sets the hold and then waits for what is under way here; who draws is under way and then looks for it.
  const done = kit.keeping.alone(ref, () => updateMessage(kit, ref, rendered));
  if (!done) throw new DeliveryFailed('not sent', 'This card is just being drawn', { retryAfter: soon });
  return done;
}

/** Looks for a form last of all before it writes. */
export async function updateMessage(kit: Kit, ref: MessageRef, rendered: Rendered): Promise<'done' | 'gone'> {
  const { conversation, message } = ref;
  const serviceUrl = await serviceUrlFor(kit, conversation);
  if (await kit.conversations.isHeld(ref, kit.clock.now())) {
    throw new DeliveryFailed('not sent', 'Somebody is filling in a form there', { retryAfter: lookAgain });
  }
  try {
    await kit.connector.update({ serviceUrl, conversation, message }, rendered.card, rendered.summary);
    return 'done';
  } catch (error) {
    if (isNotThere(error)) return 'gone';
    if (error instanceof DeliveryFailed && error.certainty === 'unreachable') await close(kit, conversation);
    throw error;
  }
}
