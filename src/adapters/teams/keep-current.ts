/** After a press the message itself is made what was answered in its place, so that other clients and a later look see the same. */
import type { Card } from '../../domain/card/card.ts';
import { markOf } from '../../domain/card/mark.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Refusal } from '../../domain/event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type AsOf, StoreUnavailable } from '../../flow/ports/event-store.ts';
import type { Drawing } from '../../flow/ports/messages.ts';
import { DeliveryFailed, mayStand } from '../../flow/ports/messenger.ts';
import { atRest, inAWhile } from './holding.ts';
import type { OpenKit } from './kit.ts';
import { render } from './render.ts';
import type { Note } from './render-note.ts';
import { drawing, notNow, put } from './update-message.ts';

type Keep = {
  readonly note: Note | undefined;
  readonly refusal: Refusal | undefined;
  /** Whether it is too late for a card with fields. */
  readonly late: () => boolean;
  readonly pressed: Instant;
  readonly serviceUrl: string;
  /** By a client that is given nothing in place. */
  readonly isSeenOnlyThere: boolean;
};
/** Whoever waits for it is told when it is being put there: from then on it may stand there, whatever fails. */
type Drawn = Keep & { readonly sending: () => void };
/** Where another answer waits to be put there, also one to an earlier press, it is that one’s to hold the message. */
type Among = { readonly overtaken: () => boolean; readonly after: boolean };

/** Nobody waits for it; resolves with whether it stands there, or may. Where it fails the message stays outdated, and is redrawn once it is held no more. */
export async function keepCurrent(kit: OpenKit, ref: MessageRef, how: Keep & Among): Promise<boolean> {
  let sent = false;
  const sending = () => {
    sent = true;
  };
  try {
    await kit.turns(ref.conversation);
    return await afterOthers(kit, ref, { ...how, sending });
  } catch (error) {
    const expected = error instanceof DeliveryFailed || error instanceof StoreUnavailable;
    if (expected)
      kit.log.info({ message: ref.message, why: error.message }, 'A card in Teams will be drawn again later.');
    else kit.log.error({ message: ref.message, err: error }, 'A card in Teams could not be drawn.');
    return sent && mayStand(error);
  }
}

// Each wait is as long as most updates take, and all together longer than one that nobody ends counts.
const mostTimes = 4;

/** Another process's drawing comes over what was answered here, so what was answered comes after it. */
async function afterOthers(kit: OpenKit, ref: MessageRef, how: Drawn & Among): Promise<boolean> {
  for (let time = 0; time < mostTimes; time += 1) {
    const done = await drawNow(kit, ref, { ...how, after: how.after || time > 0 });
    if (done === 'held') throw notNow(done);
    if (done !== 'under way') return done;
    await atRest(kit, ref);
  }
  throw notNow('under way');
}

/** What is drawn is read only once no other draws there, so that what comes last is the newest. */
function drawNow(kit: OpenKit, ref: MessageRef, how: Drawn & Among) {
  const { pressed, overtaken, late, after, isSeenOnlyThere } = how;
  // Until it is known what stands there.
  let hasFields = true;
  let isSeen = !isSeenOnlyThere;
  // Up to then this press holds it, and no longer: what holds it since is another's.
  const upTo = inAWhile(pressed);
  const heldUntil = () => (hasFields && isSeen && !overtaken() ? upTo : undefined);
  return drawing(kit, ref, { letGoUpTo: upTo, heldUntil }, async () => {
    const begun = await kit.messages.begin(ref);
    if (!begun) return false;
    const card = await kit.desk.card(begun.view, begun.contact, asOf(begun));
    hasFields = card.form !== undefined;
    // Where another came over it just now, nothing written on the answer is there any more.
    if (hasFields && late() && !after) return false;
    try {
      const stands = await draw(kit, begun, card, how);
      isSeen = true;
      return stands;
    } catch (error) {
      isSeen ||= mayStand(error);
      throw error;
    }
  });
}

async function draw(
  kit: OpenKit,
  begun: Drawing,
  card: Card,
  { note, refusal, serviceUrl, sending }: Drawn,
): Promise<boolean> {
  const { ref, part, unsaved: entered } = begun;
  const rendered = render({
    card,
    ...(entered && { entered }),
    ...(part !== undefined && !refusal && { part }),
    ...(note && { note }),
    ...(refusal && { refusal }),
  });
  sending();
  try {
    const done = await put(kit, ref, rendered, serviceUrl);
    if (done === 'gone') await kit.messages.gone(ref);
    else await kit.messages.drawn(begun, markOf(card));
    return done === 'done';
  } catch (error) {
    if (mayStand(error)) await kit.messages.drawn(begun);
    throw error;
  }
}

/** What is known of its review here may do, where it has no less than when the drawing began. */
function asOf({ view, events }: Drawing): AsOf | undefined {
  return 'review' in view ? { review: view.review, version: events } : undefined;
}
