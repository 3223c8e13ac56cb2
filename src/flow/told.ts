/** What one contact was told about a review, or was not and why: the ledger, read for `why`. */

import type { ReviewScene } from '../domain/card/scene.ts';
import type { ContactId, ReviewId } from '../domain/event.ts';
import type { Duty } from '../domain/review/duty.ts';
import type { DeliveryRow } from './ports/readings.ts';
import type { Ports } from './ports.ts';

export async function toldAbout(
  ports: Pick<Ports, 'store' | 'readings'>,
  review: ReviewId,
  contact: ContactId,
): Promise<NonNullable<ReviewScene['told']>> {
  const about = (duty: Duty) => duty.review === review;
  const rows = await ports.readings.ledger({ contact, review });
  const planned = rows.toReversed().flatMap((row) =>
    row.duties.filter(about).map((duty) => ({
      duty,
      at: row.settledAt ?? row.at,
      state: stateOf(row),
      ...(row.status === 'planned' && { isPlanned: true as const }),
    })),
  );
  const current = await ports.store.current({ kind: 'contact', id: contact });
  const waiting = (await ports.readings.openDuties(contact)).filter(about).map((duty) => {
    const held = current?.state.heldBack.get(duty.key);
    return held ? { duty, at: held.until, state: `held back: ${held.because}` } : { duty, state: 'about to be said' };
  });
  return [...planned, ...waiting];
}

function stateOf({ status, why, heldBefore }: DeliveryRow): string {
  const because = why && status !== 'sent' ? `: ${why}` : '';
  const before = heldBefore ? `, held back before (${heldBefore})` : '';
  return `${status}${because}${before}`;
}

/** Of every contact: what may or may not have arrived. The lead sees it: law 2. */
export async function uncertainAbout(
  { readings }: Pick<Ports, 'readings'>,
  review: ReviewId,
): Promise<NonNullable<ReviewScene['uncertain']>> {
  const rows = await readings.ledger({ review });
  return rows
    .filter(({ status }) => status === 'uncertain')
    .flatMap(({ duties, settledAt, at }) =>
      duties.filter((duty) => duty.review === review).map((duty) => ({ duty, at: settledAt ?? at })),
    );
}
