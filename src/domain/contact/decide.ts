/** What may happen to a contact's ledger. Law 2 lives here: what is claimed is never claimed again, what is uncertain never resent. */
import type { Decision, Refusal } from '../event.ts';
import { type Instant, millisecondsOf, toInstant } from '../time/instant.ts';
import { isClaimed } from './claimed-duties.ts';
import type { ContactCommand } from './command.ts';
import { type Contact, type Delivery, isUnderWay, newContact } from './contact.ts';
import type { ContactEvent } from './events.ts';
import { alreadyWritten, groupOf, isOnceADay, wrongTime } from './manners.ts';
import { plan } from './plan.ts';
import { foundAgain, settle } from './settle.ts';

type To<D extends ContactCommand['does']> = Extract<ContactCommand, { does: D }>;

/** `at` is database time, given under the stream's lock: two workers cannot both see a delivery unclaimed. */
export function decideContact(
  known: Contact | undefined,
  command: ContactCommand,
  at: Instant,
): Decision<ContactEvent> {
  const contact = known ?? newContact('');
  switch (command.does) {
    case 'plan':
      return planned(contact, command, at);
    case 'claim':
      return withDelivery(contact, command, (delivery) => claim(contact, delivery, command, at));
    case 'settle':
      return withDelivery(contact, command, (delivery) => settle(contact, delivery, command.attempt, at));
    case 'expire':
      return withDelivery(contact, command, (delivery) => expire(delivery, at));
    case 'drop':
      return withDelivery(contact, command, (delivery) => drop(delivery, command.because));
    case 'drop duties':
      return dropDuties(contact, command);
    case 'note reachable':
      return { events: foundAgain(contact) };
    case 'note unreachable':
      return { events: contact.unreachable ? [] : [{ type: 'ContactUnreachable', why: command.why }] };
    default:
      return command satisfies never;
  }
}

function planned(contact: Contact, { duties, calendar }: To<'plan'>, at: Instant): Decision<ContactEvent> {
  const { deliveries, held } = plan(contact, duties, calendar, at);
  const plans = deliveries.map(
    (delivery): ContactEvent => ({
      type: 'DeliveryPlanned',
      delivery: delivery.id,
      duties: [...delivery.duties],
      at: delivery.at,
    }),
  );
  const holds = held.flatMap(({ duties, because, until }): readonly ContactEvent[] => {
    // Looking again changes nothing, so it is not told again.
    const news = duties.filter(({ key }) => {
      const known = contact.heldBack.get(key);
      return known?.because !== because || known.until !== until;
    });
    if (news.length === 0) return [];
    return [{ type: 'DutiesHeldBack', duties: news.map(({ key }) => key), because, until }];
  });
  return { events: [...plans, ...holds] };
}

function claim(contact: Contact, delivery: Delivery, command: To<'claim'>, at: Instant): Decision<ContactEvent> {
  if (delivery.status !== 'planned') return notPossible(`This delivery is ${delivery.status} already.`);
  if (at < delivery.at) return notPossible(`This delivery waits until ${delivery.at}.`);
  const hold = wrongTime(command.calendar, at) ?? dayIsTaken(contact, delivery, command, at);
  if (hold) return { events: [{ type: 'DeliveryHeldBack', delivery: delivery.id, ...hold }] };
  const until = toInstant(millisecondsOf(at) + command.leaseMinutes * 60_000);
  return { events: [{ type: 'DeliveryClaimed', delivery: delivery.id, until }] };
}

/** Between planning and sending a day may have passed, and that day may have had its message. */
function dayIsTaken(contact: Contact, { id, duties }: Delivery, { calendar }: To<'claim'>, at: Instant) {
  const [first] = duties;
  if (!first || !duties.every(isOnceADay)) return undefined;
  return alreadyWritten(contact, { calendar, at, group: groupOf(first), except: id });
}

function expire(delivery: Delivery, at: Instant): Decision<ContactEvent> {
  if (delivery.status !== 'claimed') return notPossible(`This delivery is ${delivery.status}, so it has no lease.`);
  if (at < (delivery.claimedUntil ?? '')) return notPossible('Its lease has not run out.');
  const why = 'whoever was sending it never said how it went';
  return { events: [{ type: 'DeliveryUncertain', delivery: delivery.id, why }] };
}

function drop(delivery: Delivery, because: string): Decision<ContactEvent> {
  if (!isUnderWay(delivery)) return notPossible(`This delivery is ${delivery.status} already.`);
  return { events: [{ type: 'DeliveryDropped', delivery: delivery.id, because }] };
}

/** Out of what is open, planned or just claimed. What was said cannot be unsaid. */
function dropDuties(contact: Contact, { duties, because }: To<'drop duties'>): Decision<ContactEvent> {
  const underWay = [...contact.deliveries.values()].filter(isUnderWay);
  const waiting = new Set(underWay.flatMap((delivery) => delivery.duties.map(({ key }) => key)));
  const droppable = duties.filter((key) => waiting.has(key) || !isClaimed(contact.claimedDuties, key));
  return { events: droppable.length > 0 ? [{ type: 'DutiesDropped', duties: droppable, because }] : [] };
}

function withDelivery(
  contact: Contact,
  { delivery: id }: { readonly delivery: string },
  then: (delivery: Delivery) => Decision<ContactEvent>,
): Decision<ContactEvent> {
  const delivery = contact.deliveries.get(id);
  return delivery ? then(delivery) : { refused: 'unknown', sentence: 'There is no such delivery.' };
}

function notPossible(sentence: string): Refusal {
  return { refused: 'not possible', sentence };
}
