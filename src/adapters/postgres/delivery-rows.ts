/** Rows of the ledger, each with its duties. */
import type { Kysely, Selectable } from 'kysely';
import type { DeliveryStatus } from '../../domain/contact/contact.ts';
import type { ReasonToHold } from '../../domain/contact/events.ts';
import { type Duty, duty } from '../../domain/review/duty.ts';
import type { DeliveryRow } from '../../flow/ports/readings.ts';
import { inPortions } from './in-portions.ts';
import type { Tables } from './tables.ts';

export async function withDuties(
  kysely: Kysely<Tables>,
  rows: readonly Selectable<Tables['deliveries']>[],
): Promise<readonly DeliveryRow[]> {
  const ids = rows.map(({ id }) => id);
  const all = kysely.selectFrom('duties').selectAll().orderBy('delivery').orderBy('place');
  const duties = await inPortions(ids, (some) => all.where('delivery', 'in', some).execute());
  const byDelivery = new Map(ids.map((id): [string, Duty[]] => [id, []]));
  for (const row of duties) byDelivery.get(row.delivery ?? '')?.push(dutyOf(row));
  return rows.map((row) => deliveryOf(row, byDelivery.get(row.id) ?? []));
}

export function dutyOf({ key, review, kind, contact, subject, ordinal, at }: Selectable<Tables['duties']>): Duty {
  return duty.parse({ key, review, kind, to: contact, subject, ordinal, at });
}

function deliveryOf(row: Selectable<Tables['deliveries']>, duties: readonly Duty[]): DeliveryRow {
  const { id, contact, at, attempts } = row;
  return {
    id,
    contact,
    // Only ever written from a state.
    status: row.status as DeliveryStatus,
    at,
    attempts,
    duties,
    ...(row.settled_at !== null && { settledAt: row.settled_at }),
    ...(row.why !== null && { why: row.why }),
    ...(row.held_before !== null && { heldBefore: row.held_before as ReasonToHold }),
  };
}
