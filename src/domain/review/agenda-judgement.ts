/** Asks for judgement: what was answered by yesterday, gathered each working morning. */
import type { PersonId } from '../event.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { earlierOf, laterOf } from '../time/local-date.ts';
import { addWorkingDays, startOfWork } from '../time/working-time.ts';
import { dateIn } from '../time/zone.ts';
import type { Standing } from './agenda-standing.ts';
import { type Duty, dutyOf } from './duty.ts';
import { currentAnswer, currentJudgement, type Item, type Review } from './review.ts';
import { isLastApprover } from './sign-off.ts';

/** Until the sign-off: an answer judged after closing still counts. */
export function judgementRequests(standing: Standing): readonly Duty[] {
  const { review } = standing;
  if (review.status === 'signed off' || review.status === 'lapsed') return [];
  return [...waitingByReviewer(review, standing.asked)].map(([to, since]) =>
    nextRequest(review, to, since, standing.calendarOf(to)),
  );
}

/** When each reviewer's answers were given that still wait for them. */
export function waitingByReviewer(review: Review, asked: readonly Item[]): ReadonlyMap<PersonId, readonly Instant[]> {
  const waiting = new Map<PersonId, Instant[]>();
  for (const item of asked) {
    const given = currentAnswer(item);
    if (given?.outcome !== 'to be judged' || currentJudgement(item)) continue;
    for (const reviewer of reviewersOf(review, item, given.by)) {
      waiting.set(reviewer, [...(waiting.get(reviewer) ?? []), given.at]);
    }
  }
  return waiting;
}

/**
 * Nobody judges what they answered: then the lead does, and for the lead an approver. The last who may sign is not asked
 * to give that up: such an answer stays unjudged, in plain sight.
 */
function reviewersOf(review: Review, item: Item, author: PersonId): readonly PersonId[] {
  const first = [item.judge, review.lead].find((person) => person !== undefined && person !== author);
  if (first !== undefined) return [first];
  return review.approvers.filter((approver) => approver !== author && !isLastApprover(review, approver));
}

/** New answers are asked about the next working morning; the same ones again only at the pace of overdue notices. */
function nextRequest(review: Review, to: PersonId, given: readonly Instant[], calendar: Calendar): Duty {
  const { count, last } = requestsNoted(review, to);
  const fresh = given.filter((at) => last === undefined || at > last).reduce(earliest, undefined);
  const [from, days] = fresh === undefined ? [last ?? '', review.policy.overdueEvery] : [laterOf(fresh, last ?? ''), 1];
  const morning = addWorkingDays(calendar, dateIn(calendar.zone, from), days);
  return requestOf(review, to, count + 1, startOfWork(calendar, morning));
}

function requestsNoted(review: Review, to: PersonId): { readonly count: number; readonly last?: Instant } {
  let count = 0;
  let last: Instant | undefined;
  for (;;) {
    const noted = review.duties.get(requestOf(review, to, count + 1, '').key);
    if (noted === undefined) return { count, ...(last !== undefined && { last }) };
    last = noted;
    count += 1;
  }
}

function requestOf(review: Review, to: PersonId, ordinal: number, at: Instant): Duty {
  return dutyOf({ review: review.id, kind: 'request judgement', to, subject: review.id, ordinal, at });
}

function earliest(first: Instant | undefined, at: Instant): Instant {
  return first === undefined ? at : earlierOf(first, at);
}
