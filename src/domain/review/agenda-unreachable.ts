/** Who cannot be reached: the lead hears of it the same day, and the approvers of a lead who cannot be, and in their stead. */
import type { PersonId } from '../event.ts';
import { type Instant, millisecondsOf, toInstant } from '../time/instant.ts';
import type { Standing } from './agenda-standing.ts';
import { type Duty, dutyOf } from './duty.ts';
import type { Review } from './review.ts';

export function unreachableNews({ review }: Standing): readonly Duty[] {
  if (review.status === 'signed off' || review.status === 'lapsed') return [];
  return [...review.unreachable].flatMap(([subject, { at, times }]) =>
    whoHears(review, subject).map((to) =>
      dutyOf({ review: review.id, kind: 'tell unreachable', to, subject, ordinal: times, at: gathered(at) }),
    ),
  );
}

// What cannot be reached is found out message by message as a review opens. In a quarter of an hour all of it is one thing
// to say, and nobody gets five messages for five accounts that are gone.
const quarter = 15 * 60_000;

function gathered(at: Instant): Instant {
  return toInstant(Math.ceil(millisecondsOf(at) / quarter) * quarter);
}

function whoHears(review: Review, subject: PersonId): readonly PersonId[] {
  const { lead, approvers, unreachable } = review;
  const hear = (one: PersonId) => one !== subject && !unreachable.has(one);
  if (hear(lead)) return [lead];
  const instead = approvers.filter(hear);
  // No owner can do anything about it: where nobody else is there it waits for the lead.
  return instead.length > 0 || subject === lead ? instead : [lead];
}
