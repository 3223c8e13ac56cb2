/** Who cannot be reached: the lead hears of it at once, and of a lead who cannot be reached the approvers do. */
import type { PersonId } from '../event.ts';
import type { Standing } from './agenda-standing.ts';
import { type Duty, dutyOf } from './duty.ts';
import type { Review } from './review.ts';

export function unreachableNews({ review }: Standing): readonly Duty[] {
  if (review.status === 'signed off' || review.status === 'lapsed') return [];
  return [...review.unreachable].flatMap(([subject, { at, times }]) =>
    whoHears(review, subject).map((to) =>
      dutyOf({ review: review.id, kind: 'tell unreachable', to, subject, ordinal: times, at }),
    ),
  );
}

function whoHears(review: Review, subject: PersonId): readonly PersonId[] {
  if (subject !== review.lead) return [review.lead];
  return review.approvers.filter((approver) => approver !== subject && !review.unreachable.has(approver));
}
