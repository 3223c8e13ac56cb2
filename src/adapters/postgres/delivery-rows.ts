/** Rows of the ledger, each with its duties. */
import type { Kysely, Selectable } from 'kysely';
import type { DeliveryStatus } from '../../domain/contact/contact.ts';
import { type Duty, duty } from '../../domain/review/duty.ts';
import type { DeliveryRow } from '../../flow/ports/readings.ts';
import type { Tables } from './tables.ts';

export async function withDuties(
  kysely: Kysely<Tables>,
  rows: readonly Selectable<Tables['deliveries']>[],
): Promise<readonly DeliveryRow[]> {
  if (rows.length === 0) return [];
  const duties = await kysely
    .selectFrom('duties')
    .selectAll()
    .where(
      'delivery',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('delivery')
    .orderBy('place')
    .execute();
  return rows.map((row) => deliveryOf(row, duties.filter(({ delivery }) => delivery === row.id).map(dutyOf)));
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
  };
}
