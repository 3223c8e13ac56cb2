/** The table of deliveries, and which duties are in them. */
import { sql, type Transaction } from 'kysely';
import type { Contact, Delivery } from '../../../domain/contact/contact.ts';
import type { Tables } from '../tables.ts';
import { columnsOf } from './duties.ts';
import type { Span } from './span.ts';

/** Some 10 ms on PGlite. */
const rowsAtOnce = 100;

export async function projectDeliveries(tx: Transaction<Tables>, span: Span<'contact'>): Promise<void> {
  const { before, after, events } = span;
  const changed = [...after.deliveries.values()].filter((delivery) => before?.deliveries.get(delivery.id) !== delivery);
  for (const some of portions(changed)) await upsert(tx, after, some);
  for (const some of portions(dutiesIn(changed))) await place(tx, some);
  await drop(tx, span);
  const dropped = events.flatMap(({ event }) => (event.type === 'DutiesDropped' ? event.duties : []));
  if (dropped.length === 0) return;
  const open = tx.updateTable('duties').set({ dropped: true }).where('delivery', 'is', null);
  await open.where('key', 'in', dropped).execute();
}

async function upsert(tx: Transaction<Tables>, contact: Contact, deliveries: readonly Delivery[]): Promise<void> {
  const rows = deliveries.map((delivery) => ({
    id: delivery.id,
    contact: contact.id,
    status: delivery.status,
    at: delivery.at,
    settled_at: delivery.settledAt ?? null,
    claimed_until: delivery.claimedUntil ?? null,
    attempts: delivery.attempts,
    why: delivery.why ?? null,
  }));
  await tx
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        at: row.ref('excluded.at'),
        settled_at: row.ref('excluded.settled_at'),
        claimed_until: row.ref('excluded.claimed_until'),
        attempts: row.ref('excluded.attempts'),
        why: row.ref('excluded.why'),
      })),
    )
    .execute();
}

type Placed = ReturnType<typeof dutiesIn>[number];

function dutiesIn(deliveries: readonly Delivery[]) {
  const rows = deliveries.flatMap(({ id, duties }) =>
    duties.map((duty, place) => ({ ...columnsOf(duty), delivery: id, place, dropped: false })),
  );
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A delivery tells its duties whole, so it does not matter whether their falling due was seen before. */
async function place(tx: Transaction<Tables>, rows: readonly Placed[]): Promise<void> {
  await tx
    .insertInto('duties')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        delivery: row.ref('excluded.delivery'),
        place: row.ref('excluded.place'),
        dropped: sql<boolean>`false`,
      })),
    )
    .execute();
}

/** Taken out of a delivery that had not gone yet: answered meanwhile. */
async function drop(tx: Transaction<Tables>, { before, after }: Span<'contact'>): Promise<void> {
  const changed = [...(before?.deliveries.values() ?? [])].filter((was) => after.deliveries.get(was.id) !== was);
  const gone = changed.flatMap((delivery) => {
    const left = new Set(after.deliveries.get(delivery.id)?.duties.map(({ key }) => key));
    return delivery.duties.map(({ key }) => key).filter((key) => !left.has(key));
  });
  if (gone.length === 0) return;
  const taken = tx.updateTable('duties').set({ dropped: true, delivery: null, place: null });
  await taken.where('key', 'in', gone).execute();
}

function portions<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: count }, (_, index) => rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce));
}
