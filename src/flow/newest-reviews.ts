/** Of each program its newest review, whatever has become of it. */
import type { ProgramId, ReviewId } from '../domain/event.ts';
import type { ReviewRow } from './ports/readings.ts';

/** `rows` as the readings give them, newest first. */
export function newestReviews(rows: readonly ReviewRow[]): ReadonlyMap<ProgramId, ReviewId> {
  return new Map(rows.toReversed().map((row) => [row.programId, row.id]));
}
