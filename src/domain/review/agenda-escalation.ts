/** Who hears of what an owner leaves open: first who answers for the section, then the lead. It ends at a named human. */
import type { PersonId } from '../event.ts';
import type { Instant } from '../time/instant.ts';
import { earlierOf, laterOf } from '../time/local-date.ts';
import { addWorkingDays, startOfWork } from '../time/working-time.ts';
import { dateIn, endOfDay } from '../time/zone.ts';
import { paceOf } from './agenda-pace.ts';
import { type OpenItem, type Standing, sinceOf } from './agenda-standing.ts';
import { type Duty, dutyOf } from './duty.ts';
import type { Review } from './review.ts';

/** Told in the owner's days: they had that long. A snooze does not move it. */
export function escalations(standing: Standing): readonly Duty[] {
  const { review } = standing;
  const pace = paceOf(review);
  return [...standing.open].flatMap(([owner, open]) => {
    const { accountable, lead } = pace(standing.calendarOf(owner)).escalations;
    const base = { review: review.id, subject: owner, ordinal: 1 };
    const time = between(standing, owner, open);
    return [
      ...accountableFor(review, owner, open).map((to) =>
        dutyOf({ ...base, kind: 'escalate to accountable', to, at: time(accountable) }),
      ),
      ...lastResort(review, owner).map((to) => dutyOf({ ...base, kind: 'escalate to lead', to, at: time(lead) })),
    ];
  });
}

/**
 * Escalation lives between due and deadline. What came to an owner long overdue is theirs until their next working
 * day; but by the morning of the deadline somebody hears of it, whatever the policy, the zones and the holidays say.
 */
function between({ review, calendarOf, calendar }: Standing, owner: PersonId, open: readonly OpenItem[]) {
  const own = calendarOf(owner);
  const since = sinceOf(open);
  const overdue = endOfDay(own.zone, review.due);
  const grace = since < overdue ? since : startOfWork(own, addWorkingDays(own, dateIn(own.zone, since), 1));
  const lastCall = startOfWork(calendar, review.deadline);
  return (step: Instant): Instant =>
    [earlierOf(laterOf(step, grace), lastCall), overdue, since].reduce((time, bound) => laterOf(time, bound));
}

/** Of the sections where something is open. Nobody hears of themselves. */
export function accountableFor(review: Review, owner: PersonId, open: readonly OpenItem[]): readonly PersonId[] {
  const people = new Set(open.map(({ item }) => review.accountable[item.section] ?? review.lead));
  people.delete(owner);
  return [...people];
}

/** The lead; what the lead leaves open, the approvers hear of. Never nobody. */
export function lastResort(review: Review, owner: PersonId): readonly PersonId[] {
  if (owner !== review.lead) return [review.lead];
  const approvers = review.approvers.filter((approver) => approver !== owner);
  return approvers.length > 0 ? approvers : [review.lead];
}
