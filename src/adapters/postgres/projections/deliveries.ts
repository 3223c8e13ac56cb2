/** The table of deliveries, and which duties are in them. */
import { sql } from 'kysely';
import type { Contact, Delivery } from '../../../domain/contact/contact.ts';
import { touchedBy } from '../../../domain/contact/touched.ts';
import { alongside, type Round, type Statement } from '../at-once.ts';
import { portions } from '../in-portions.ts';
import { rowsInto } from '../rows-into.ts';
import { columnsOf } from './duties.ts';
import type { Span } from './span.ts';

export function projectDeliveries({ before, after, events }: Span<'contact'>): readonly Round[] {
  const touched = touchedBy(before, events);
  const deliveries = [...touched.deliveries.values()];
  return [
    ...alongside(
      portions(deliveries, (some) => upsert(after, some)),
      portions(dutiesIn(deliveries), place),
    ),
    // The same duty may be put in a delivery and taken out of it.
    ...alongside(portions(touched.taken, takeOut)),
    ...alongside(portions(touched.dropped, drop)),
  ];
}

function upsert(contact: Contact, deliveries: readonly Delivery[]): Statement {
  const rows = deliveries.map((delivery) => ({
    id: delivery.id,
    contact: contact.id,
    status: delivery.status,
    at: delivery.at,
    settled_at: delivery.settledAt ?? null,
    claimed_until: delivery.claimedUntil ?? null,
    attempts: delivery.attempts,
    why: delivery.why ?? null,
    held_before: delivery.heldBefore ?? null,
  }));
  return rowsInto('deliveries', rows, {
    key: ['id'],
    take: ['status', 'at', 'settled_at', 'claimed_until', 'attempts', 'why', 'held_before'],
  });
}

type Placed = ReturnType<typeof dutiesIn>[number];

function dutiesIn(deliveries: readonly Delivery[]) {
  const rows = deliveries.flatMap(({ id, duties }) =>
    duties.map((duty, place) => ({ ...columnsOf(duty), delivery: id, place, dropped: false })),
  );
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A delivery tells its duties whole, so it does not matter whether their falling due was seen before. */
function place(rows: readonly Placed[]): Statement {
  return rowsInto('duties', rows, { key: ['key'], take: ['delivery', 'place', 'dropped'] });
}

/** Taken out of a delivery that had not gone yet: answered meanwhile. */
function takeOut(keys: readonly string[]): Statement {
  return sql`update duties set dropped = true, delivery = null, place = null where key = any(${[...keys]}::text[])`;
}

function drop(keys: readonly string[]): Statement {
  return sql`update duties set dropped = true where delivery is null and key = any(${[...keys]}::text[])`;
}
