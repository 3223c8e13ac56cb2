/** Who hears of what an owner leaves open: first who answers for the section, then the lead. It ends at a named human. */
import type { PersonId } from '../event.ts';
import { laterOf } from '../time/local-date.ts';
import { addWorkingDays, startOfWork } from '../time/working-time.ts';
import { dateIn } from '../time/zone.ts';
import { paceOf } from './agenda-pace.ts';
import { type OpenItem, type Standing, sinceOf } from './agenda-standing.ts';
import { type Duty, dutyOf } from './duty.ts';
import type { Review } from './review.ts';

/** Told in the owner's days: they had that long. A snooze does not move it. */
export function escalations(standing: Standing): readonly Duty[] {
  const { review } = standing;
  const pace = paceOf(review);
  return [...standing.open].flatMap(([owner, open]) => {
    const calendar = standing.calendarOf(owner);
    const { accountable, lead } = pace(calendar).escalations;
    // What came to them today, overdue as it was, is theirs to answer until tomorrow.
    const grace = startOfWork(calendar, addWorkingDays(calendar, dateIn(calendar.zone, sinceOf(open)), 1));
    const base = { review: review.id, subject: owner, ordinal: 1 };
    return [
      ...accountableFor(review, owner, open).map((to) =>
        dutyOf({ ...base, kind: 'escalate to accountable', to, at: laterOf(accountable, grace) }),
      ),
      ...lastResort(review, owner).map((to) =>
        dutyOf({ ...base, kind: 'escalate to lead', to, at: laterOf(lead, grace) }),
      ),
    ];
  });
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
