/** evolveContact(state, event) → state. Any event may be a contact's first. */
import type { Recorded } from '../event.ts';
import { type Instant, millisecondsOf, toInstant } from '../time/instant.ts';
import { withClaimed } from './claimed-duties.ts';
import { type Contact, type Delivery, isUnderWay, newContact } from './contact.ts';
import type { ContactEvent } from './events.ts';

export function evolveContact(before: Contact | undefined, recorded: Recorded<ContactEvent>): Contact {
  const contact = before ?? newContact(recorded.stream.id);
  const { event, at } = recorded;
  switch (event.type) {
    case 'DeliveryPlanned':
      return planned(contact, event, at);
    case 'DutiesHeldBack': {
      const { because, until } = event;
      const heldBack = new Map(contact.heldBack);
      for (const key of event.duties) heldBack.set(key, { because, until });
      return { ...contact, heldBack };
    }
    case 'DutiesDropped':
      return dropped(contact, event.duties);
    case 'DeliveryHeldBack':
      return changed(contact, event.delivery, (delivery) => ({ ...delivery, at: event.until, why: event.because }));
    case 'DeliveryDropped':
      return settled(contact, event.delivery, { status: 'dropped', settledAt: at, why: event.because });
    case 'DeliveryClaimed':
      return changed(contact, event.delivery, (delivery) => ({
        ...delivery,
        status: 'claimed',
        attempts: delivery.attempts + 1,
        claimedAt: at,
        claimedUntil: event.until,
      }));
    case 'DeliverySent':
      return settled(contact, event.delivery, { status: 'sent', settledAt: at, ref: event.ref });
    case 'DeliveryRefused':
      return event.again
        ? settled(contact, event.delivery, { status: 'planned', at: event.again, why: event.why })
        : settled(contact, event.delivery, { status: 'refused', settledAt: at, why: event.why });
    case 'DeliveryUncertain':
      return settled(contact, event.delivery, { status: 'uncertain', settledAt: at, why: event.why });
    case 'ContactUnreachable':
      return { ...contact, unreachable: { why: event.why, since: at } };
    case 'ContactReachable':
      return reachable(contact, at);
    default:
      return event satisfies never;
  }
}

function planned(contact: Contact, event: Extract<ContactEvent, { type: 'DeliveryPlanned' }>, now: Instant): Contact {
  const { delivery: id, duties, at } = event;
  const keys = duties.map((duty) => duty.key);
  const held = keys.map((key) => contact.heldBack.get(key)?.because).find((because) => because !== undefined);
  const delivery: Delivery = { id, duties, at, status: 'planned', attempts: 0, ...(held && { heldBefore: held }) };
  return {
    ...contact,
    deliveries: new Map(remembered(contact, now)).set(id, delivery),
    claimedDuties: withClaimed(contact.claimedDuties, keys),
    heldBack: without(contact.heldBack, keys),
  };
}

// The rules look back a day and a night: to the same local date, and to an attempt within 24 hours. Late news of an
// uncertain delivery comes within minutes. Three days are enough in every zone, through every clock change.
const memory = 3 * 24 * 60 * 60 * 1000;

/** Without what was settled so long ago that no rule asks for it, since a contact is written to for years. */
function remembered({ deliveries }: Contact, now: Instant): readonly (readonly [string, Delivery])[] {
  const since = toInstant(millisecondsOf(now) - memory);
  return [...deliveries].filter(([, { settledAt }]) => settledAt === undefined || since <= settledAt);
}

/** A dropped duty is said in no delivery any more, nor planned into one again. */
function dropped(contact: Contact, keys: readonly string[]): Contact {
  const gone = new Set(keys);
  const deliveries = new Map(contact.deliveries);
  for (const delivery of [...contact.deliveries.values()].filter(isUnderWay)) {
    const duties = delivery.duties.filter((duty) => !gone.has(duty.key));
    if (duties.length < delivery.duties.length) deliveries.set(delivery.id, { ...delivery, duties });
  }
  return {
    ...contact,
    deliveries,
    claimedDuties: withClaimed(contact.claimedDuties, keys),
    heldBack: without(contact.heldBack, keys),
  };
}

/** What waits to be tried again need not wait any longer. */
function reachable(contact: Contact, at: string): Contact {
  const { unreachable: _, ...rest } = contact;
  const deliveries = new Map(contact.deliveries);
  for (const delivery of contact.deliveries.values()) {
    if (delivery.status === 'planned' && at < delivery.at) deliveries.set(delivery.id, { ...delivery, at });
  }
  return { ...rest, deliveries };
}

/** The end of an attempt: its lease is over, what else is known stays. */
function settled(contact: Contact, id: string, outcome: Partial<Delivery>): Contact {
  return changed(contact, id, ({ claimedUntil: _, why: __, ...delivery }) => ({ ...delivery, ...outcome }));
}

function changed(contact: Contact, id: string, change: (delivery: Delivery) => Delivery): Contact {
  const delivery = contact.deliveries.get(id);
  if (!delivery) throw new Error(`Contact ${contact.id} has no delivery ${id}.`);
  return { ...contact, deliveries: new Map(contact.deliveries).set(id, change(delivery)) };
}

function without<V>(map: ReadonlyMap<string, V>, keys: readonly string[]): ReadonlyMap<string, V> {
  const copy = new Map(map);
  for (const key of keys) copy.delete(key);
  return copy;
}
