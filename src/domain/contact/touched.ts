/** What events did to a contact's deliveries, those included that its state has forgotten since: what tables follow from. */
import type { Recorded } from '../event.ts';
import type { Contact, Delivery } from './contact.ts';
import type { ContactEvent } from './events.ts';
import { evolveContact } from './evolve.ts';

export type Touched = {
  /** As the events left them. */
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** Keys of duties that were taken out of a delivery before it went. */
  readonly taken: readonly string[];
  /** Keys of all duties that were dropped, whether a delivery bore them or not. */
  readonly dropped: readonly string[];
};

/** Events that follow each other, the first of them upon `before`. */
export function touchedBy(before: Contact | undefined, events: readonly Recorded<ContactEvent>[]): Touched {
  const deliveries = new Map<string, Delivery>();
  const taken: string[] = [];
  const dropped: string[] = [];
  let contact = before;
  for (const recorded of events) {
    const after = evolveContact(contact, recorded);
    for (const delivery of after.deliveries.values()) {
      const was = contact?.deliveries.get(delivery.id);
      if (was === delivery) continue;
      deliveries.set(delivery.id, delivery);
      if (was) taken.push(...keysGone(was, delivery));
    }
    if (recorded.event.type === 'DutiesDropped') dropped.push(...recorded.event.duties);
    contact = after;
  }
  return { deliveries, taken, dropped };
}

function keysGone(was: Delivery, is: Delivery): readonly string[] {
  if (was.duties.length === is.duties.length) return [];
  const left = new Set(is.duties.map(({ key }) => key));
  return was.duties.map(({ key }) => key).filter((key) => !left.has(key));
}
