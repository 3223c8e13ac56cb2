/** How an attempt to send ended, and what follows: nothing, another attempt, or that the person cannot be reached. */
import type { Decision } from '../event.ts';
import { type Instant, millisecondsOf, toInstant } from '../time/instant.ts';
import type { Attempt } from './command.ts';
import type { Contact, Delivery } from './contact.ts';
import type { ContactEvent } from './events.ts';

export function settle(contact: Contact, delivery: Delivery, attempt: Attempt, at: Instant): Decision<ContactEvent> {
  // Late news that it did arrive is welcome. Late news that it did not is not believed: sending again could say it twice.
  const late = delivery.status === 'uncertain' && attempt.is === 'sent';
  if (delivery.status !== 'claimed' && !late) {
    return { refused: 'not possible', sentence: `This delivery is ${delivery.status}; nobody is sending it.` };
  }
  switch (attempt.is) {
    case 'sent':
      return { events: [{ type: 'DeliverySent', delivery: delivery.id, ref: attempt.ref }, ...foundAgain(contact)] };
    case 'uncertain':
      return { events: [{ type: 'DeliveryUncertain', delivery: delivery.id, why: attempt.why }] };
    case 'unreachable':
      return refused(contact, delivery, { why: attempt.why, again: after(at, aDay), lost: true });
    case 'refused': {
      const pause = pauses[delivery.attempts - 1];
      const again = attempt.again ?? after(at, pause ?? aDay);
      // A platform that says when is busy, which is nobody's absence.
      return refused(contact, delivery, { why: attempt.why, again, lost: !attempt.again && pause === undefined });
    }
    default:
      return attempt satisfies never;
  }
}

const aMinute = 60_000;
const aDay = 24 * 60 * aMinute;
/** After the last of them the contact cannot be reached, and is tried once a day until there is nothing left to say. */
const pauses: readonly number[] = [1, 5, 30, 120].map((minutes) => minutes * aMinute);

function refused(
  contact: Contact,
  { id }: Delivery,
  { why, again, lost }: { readonly why: string; readonly again: Instant; readonly lost: boolean },
): Decision<ContactEvent> {
  const unreachable: readonly ContactEvent[] =
    lost && !contact.unreachable ? [{ type: 'ContactUnreachable', why }] : [];
  return { events: [{ type: 'DeliveryRefused', delivery: id, why, again }, ...unreachable] };
}

export function foundAgain(contact: Contact): readonly ContactEvent[] {
  return contact.unreachable ? [{ type: 'ContactReachable' }] : [];
}

function after(at: Instant, milliseconds: number): Instant {
  return toInstant(millisecondsOf(at) + milliseconds);
}
