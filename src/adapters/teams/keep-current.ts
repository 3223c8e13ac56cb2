/** After a press the message itself is made what was answered in its place, so that other clients and a later look see the same. */
import { markOf } from '../../domain/card/mark.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Refusal } from '../../domain/event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type AsOf, StoreUnavailable } from '../../flow/ports/event-store.ts';
import type { Drawing } from '../../flow/ports/messages.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { drawnElsewhere, inAWhile } from './holding.ts';
import type { OpenKit } from './kit.ts';
import { render } from './render.ts';
import type { Note } from './render-note.ts';
import { updateMessage } from './update-message.ts';

type Keep = {
  readonly note: Note | undefined;
  readonly refusal: Refusal | undefined;
  /** Whether it is too late for a card with fields. */
  readonly late: () => boolean;
  readonly pressed: Instant;
  readonly serviceUrl: string;
};
/** Where somebody pressed again since, it is theirs to hold the message. */
type Among = { readonly overtaken: () => boolean; readonly after: boolean };

/** Nobody waits for it; resolves with whether it stands there. Where it fails the message stays outdated, and is redrawn once it is held no more. */
export async function keepCurrent(kit: OpenKit, ref: MessageRef, how: Keep & Among): Promise<boolean> {
  try {
    await kit.turns(ref.conversation);
    await drawnElsewhere(kit, ref);
    const drawing = await kit.messages.begin(ref);
    return drawing !== undefined && (await draw(kit, drawing, how));
  } catch (error) {
    const expected = error instanceof DeliveryFailed || error instanceof StoreUnavailable;
    if (expected)
      kit.log.info({ message: ref.message, why: error.message }, 'A card in Teams will be drawn again later.');
    else kit.log.error({ message: ref.message, err: error }, 'A card in Teams could not be drawn.');
    return false;
  }
}

async function draw(kit: OpenKit, drawing: Drawing, how: Keep & Among): Promise<boolean> {
  const { note, refusal, pressed, late, overtaken, after, serviceUrl } = how;
  const { ref, part, unsaved: entered } = drawing;
  const card = await kit.desk.card(drawing.view, drawing.contact, asOf(drawing));
  // Up to then this press holds it, and no longer: what holds it since is another's.
  const heldUntil = () => (card.form && !overtaken() ? inAWhile(pressed) : undefined);
  // Where another came over it just now, nothing written on the answer is there any more.
  if (card.form && late() && !after) {
    const until = heldUntil();
    if (until) await kit.conversations.hold(ref, until);
    return false;
  }
  const rendered = render({
    card,
    ...(entered && { entered }),
    ...(part !== undefined && !refusal && { part }),
    ...(note && { note }),
    ...(refusal && { refusal }),
  });
  const done = await updateMessage(kit, ref, rendered, {
    serviceUrl,
    letGoUpTo: inAWhile(pressed),
    heldUntil,
  });
  if (done === 'gone') await kit.messages.gone(ref);
  else await kit.messages.drawn(drawing, markOf(card));
  return true;
}

/** What is known of its review here may do, where it has no less than when the drawing began. */
function asOf({ view, events }: Drawing): AsOf | undefined {
  return 'review' in view ? { review: view.review, version: events } : undefined;
}
