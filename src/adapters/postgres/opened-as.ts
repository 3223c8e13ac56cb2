/** What never changes about a review, and nothing beside it: what else is remembered of it may be outdated, or redacted since. */
import type { Review } from '../../domain/review/review.ts';
import type { OpenedAs } from '../../flow/ports/event-store.ts';

export function openedAs(review: Review | undefined): OpenedAs | undefined {
  if (!review) return undefined;
  const { id, programId, zone, checklist } = review;
  return { id, programId, zone, checklist };
}
