/** Puts a card's newest form in the place of what stands there, unless somebody is filling in a form. */
import type { Card } from '../../domain/card/card.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { serviceUrlFor } from './addresses.ts';
import type { Kit } from './kit.ts';
import { type Rendered, render } from './render.ts';

// Somebody's input is worth more than a current card; when it is sent, the card is drawn anew anyway.
const lookAgain = 30_000;

export async function redrawMessage(kit: Kit, ref: MessageRef, card: Card): Promise<'done' | 'gone'> {
  if (await kit.conversations.isHeld(ref, kit.clock.now())) {
    throw new DeliveryFailed('not sent', 'Somebody is filling in a form there', { retryAfter: lookAgain });
  }
  const part = kit.parts.of(ref);
  return updateMessage(kit, ref, render({ card, ...(part !== undefined && { part }) }));
}

export async function updateMessage(kit: Kit, ref: MessageRef, rendered: Rendered): Promise<'done' | 'gone'> {
  const { conversation, message } = ref;
  const serviceUrl = await serviceUrlFor(kit, conversation);
  try {
    await kit.connector.update({ serviceUrl, conversation, message }, rendered.card, rendered.summary);
    return 'done';
  } catch (error) {
    if (error instanceof DeliveryFailed && error.certainty === 'unreachable') return 'gone';
    throw error;
  }
}
