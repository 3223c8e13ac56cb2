/** Puts a card's newest form in the place of what stands there, unless somebody is filling in a form. */
import type { Card } from '../../domain/card/card.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
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
  const { part, unsaved: entered } = (await kit.messages.byRef(ref)) ?? {};
  const rendered = render({ card, ...(entered && { entered }), ...(part !== undefined && { part }) });
  const serviceUrl = await serviceUrlFor(kit, ref.conversation);
  const done = kit.keeping.alone(ref, () => updateMessage(kit, ref, rendered, { serviceUrl }));
  if (!done) throw new DeliveryFailed('not sent', 'This card is just being drawn', { retryAfter: soon });
  return done;
}

type Updating = {
  readonly serviceUrl: string;
  readonly letGoUpTo?: Instant;
  /** Asked when the drawing ends, also where it failed: who pressed there looks at the answer, which has the fields. */
  readonly heldUntil?: () => Instant | undefined;
};

/**
 * One row decides between this and a form, whichever process each is in: who finds a hold there does not begin, and who sets one
 * learns of what has begun and waits for its end.
 */
export async function updateMessage(
  kit: Kit,
  ref: MessageRef,
  rendered: Rendered,
  { serviceUrl, letGoUpTo, heldUntil }: Updating,
): Promise<'done' | 'gone'> {
  const { conversation, message } = ref;
  if (!(await kit.conversations.beginDrawing(ref, kit.clock.now(), letGoUpTo))) {
    throw new DeliveryFailed('not sent', 'Somebody is filling in a form there', { retryAfter: lookAgain });
  }
  try {
    await kit.connector.update({ serviceUrl, conversation, message }, rendered.card, rendered.summary);
    return 'done';
  } catch (error) {
    if (isNotThere(error)) return 'gone';
    if (error instanceof DeliveryFailed && error.certainty === 'unreachable') await close(kit, conversation);
    throw error;
  } finally {
    await kit.conversations.endDrawing(ref, heldUntil?.());
  }
}
