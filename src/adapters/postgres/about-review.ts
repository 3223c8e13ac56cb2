/** Which events of a contact speak of a review: those that name its duties, and whatever became of their deliveries. */
import { z } from 'zod';
import type { Link } from '../../domain/chain.ts';
import type { ReviewId } from '../../domain/event.ts';

/** As much as every version of these bodies has told: a duty whole, or its key, which begins with its review. */
const telling = z.object({
  delivery: z.string().optional(),
  duties: z.array(z.union([z.string(), z.object({ review: z.string() })])).default([]),
});

/** To be asked about one contact's events in their order, since it remembers the deliveries planned. */
export function aboutReview(review: ReviewId): (link: Link) => boolean {
  const deliveries = new Set<string>();
  return ({ body }) => {
    const { delivery, duties } = telling.parse(JSON.parse(body));
    const names = duties.some((duty) =>
      typeof duty === 'string' ? duty.startsWith(`${review}/`) : duty.review === review,
    );
    if (names && delivery !== undefined) deliveries.add(delivery);
    return names || (delivery !== undefined && deliveries.has(delivery));
  };
}
