/** Looks up deliveries: the one, the due, the ledger. */
import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/time/instant.ts';
import type { DeliveryRow, Readings } from '../../flow/ports/readings.ts';
import { withDuties } from './delivery-rows.ts';
import type { Tables } from './tables.ts';

export async function deliveryById(kysely: Kysely<Tables>, id: string): Promise<DeliveryRow | undefined> {
  const rows = await kysely.selectFrom('deliveries').selectAll().where('id', '=', id).execute();
  return (await withDuties(kysely, rows))[0];
}

export async function deliveriesDue(kysely: Kysely<Tables>, by: Instant): Promise<readonly DeliveryRow[]> {
  const rows = await kysely
    .selectFrom('deliveries')
    .selectAll()
    .where((is) =>
      is.or([
        is.and([is('status', '=', 'planned'), is('at', '<=', by)]),
        is.and([is('status', '=', 'claimed'), is('claimed_until', '<=', by)]),
      ]),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
  return withDuties(kysely, rows);
}

type LedgerFilter = Parameters<Readings['ledger']>[0];

export async function ledger(kysely: Kysely<Tables>, { review, contact, limit }: LedgerFilter) {
  const rows = await kysely
    .selectFrom('deliveries')
    .selectAll()
    .$if(contact !== undefined, (all) => all.where('contact', '=', contact ?? ''))
    .$if(review !== undefined, (all) => all.where(tellsOf(review ?? '')))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .$if(limit !== undefined, (all) => all.limit(limit ?? 0))
    .execute();
  return withDuties(kysely, rows);
}

function tellsOf(review: string) {
  return sql<boolean>`id in (select delivery from duties where review = ${review})`;
}
