/** The table of deliveries, and which duties are in them. */
import type { Kysely } from 'kysely';
import type { Contact, Delivery } from '../../../domain/contact/contact.ts';
import { touchedBy } from '../../../domain/contact/touched.ts';
import { alongside, type Round, type Statement } from '../at-once.ts';
import { portions } from '../in-portions.ts';
import { rowsInto } from '../rows-into.ts';
import type { Tables } from '../tables.ts';
import { columnsOf } from './duties.ts';
import type { Span } from './span.ts';

export function projectDeliveries(
  kysely: Kysely<Tables>,
  { before, after, events }: Span<'contact'>,
): readonly Round[] {
  const touched = touchedBy(before, events);
  const deliveries = [...touched.deliveries.values()];
  return [
    ...alongside(
      portions(deliveries, (some) => upsert(after, some)),
      portions(dutiesIn(deliveries), place),
    ),
    // The same duty may be put in a delivery and taken out of it.
    ...alongside(portions(touched.taken, (some) => takeOut(kysely, some))),
    ...alongside(portions(touched.dropped, (some) => drop(kysely, some))),
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
function takeOut(kysely: Kysely<Tables>, keys: readonly string[]) {
  const taken = kysely.updateTable('duties').set({ dropped: true, delivery: null, place: null });
  return taken.where('key', 'in', keys);
}

function drop(kysely: Kysely<Tables>, keys: readonly string[]) {
  const open = kysely.updateTable('duties').set({ dropped: true }).where('delivery', 'is', null);
  return open.where('key', 'in', keys);
}
