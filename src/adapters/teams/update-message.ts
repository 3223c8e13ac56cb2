/** Puts a card's newest form in the place of what stands there, unless somebody is filling in a form. */
import type { Card } from '../../domain/card/card.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { serviceUrlFor } from './addresses.ts';
import { isClosed } from './closed-places.ts';
import { isNotThere } from './failures.ts';
import type { Kit } from './kit.ts';
import { type Rendered, render } from './render.ts';

// Somebody's input is worth more than a current card; when it is sent, the card is drawn anew anyway.
const lookAgain = 30_000;
const soon = 5_000;
// To ask whether a place is open again costs Teams nothing.
const aMinute = 60_000;

export async function redrawMessage(kit: Kit, ref: MessageRef, card: Card): Promise<'done' | 'gone'> {
  if (await isClosed(kit, ref.conversation)) {
    throw new DeliveryFailed('not sent', 'Muster may not write there', { retryAfter: aMinute });
  }
  const serviceUrl = await serviceUrlFor(kit, ref.conversation);
  const done = kit.keeping.alone(ref, async () => {
    const drawn = await drawing(kit, ref, {}, async () => {
      const { part, unsaved: entered } = (await kit.messages.byRef(ref)) ?? {};
      const rendered = render({ card, ...(entered && { entered }), ...(part !== undefined && { part }) });
      return put(kit, ref, rendered, serviceUrl);
    });
    if (drawn === 'held' || drawn === 'under way') throw notNow(drawn);
    return drawn;
  });
  if (!done) throw notNow('under way');
  return done;
}

type NotNow = 'held' | 'under way';

export function notNow(why: NotNow): DeliveryFailed {
  return why === 'held'
    ? new DeliveryFailed('not sent', 'Somebody is filling in a form there', { retryAfter: lookAgain })
    : new DeliveryFailed('not sent', 'This card is just being drawn', { retryAfter: soon });
}

type Holding = {
  readonly letGoUpTo?: Instant;
  /** Asked when the drawing ends, also where it failed: who pressed there looks at the answer, which has the fields. */
  readonly heldUntil?: () => Instant | undefined;
};

/**
 * One row decides between this, another drawing and a form, whichever process each is in: who finds a hold or a drawing there does
 * not begin, and who sets a hold learns of what has begun and waits for its end.
 */
export async function drawing<T>(
  { conversations, clock }: Pick<Kit, 'conversations' | 'clock'>,
  ref: MessageRef,
  { letGoUpTo, heldUntil }: Holding,
  draw: () => Promise<T>,
): Promise<T | NotNow> {
  const begun = await conversations.beginDrawing(ref, clock.now(), letGoUpTo);
  if (begun === 'held' || begun === 'under way') return begun;
  try {
    return await draw();
  } finally {
    await conversations.endDrawing(ref, begun, heldUntil?.());
  }
}

/** Only while drawing. */
export async function put(
  kit: Kit,
  { conversation, message }: MessageRef,
  { card, summary }: Rendered,
  serviceUrl: string,
): Promise<'done' | 'gone'> {
  try {
    await kit.connector.update({ serviceUrl, conversation, message }, card, summary);
    return 'done';
  } catch (error) {
    if (isNotThere(error)) return 'gone';
    throw error;
  }
}
