/** What one contact was told about a review, or was not and why: the ledger, read for `why`. */
import type { Delivery } from '../domain/contact/contact.ts';
import type { ContactId, ReviewId } from '../domain/event.ts';
import type { ReviewScene } from '../domain/card/scene.ts';
import type { Ports } from './ports.ts';

export async function toldAbout(
  ports: Pick<Ports, 'store'>,
  review: ReviewId,
  contact: ContactId,
): Promise<ReviewScene['told']> {
  const current = await ports.store.current({ kind: 'contact', id: contact });
  if (!current) return [];
  const { deliveries, heldBack } = current.state;
  return [...deliveries.values()].flatMap((delivery) =>
    delivery.duties
      .filter((duty) => duty.review === review)
      .map((duty) => ({ duty, at: delivery.settledAt ?? delivery.at, state: stateOf(delivery, heldBack.get(duty.key)) })),
  );
}

function stateOf(delivery: Delivery, held: { readonly because: string } | undefined): string {
  const why = delivery.why ? `: ${delivery.why}` : '';
  const before = held ? `, held back before (${held.because})` : '';
  return `${delivery.status}${why}${before}`;
}
