/** Who hears of what an owner leaves open: first who answers for the section, then the lead. It ends at a human who can be reached. */
import type { SectionId } from '../checklist/checklist.ts';
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
      ...hearFirst(review, owner, open).map((to) =>
        dutyOf({ ...base, kind: 'escalate to accountable', to, at: time(accountable) }),
      ),
      ...hearLast(review, owner).map((to) => dutyOf({ ...base, kind: 'escalate to lead', to, at: time(lead) })),
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

type Asked = Pick<Review, 'lead' | 'approvers' | 'accountable' | 'unreachable'>;

export function accountableOf({ accountable, lead }: Asked, section: SectionId): PersonId {
  return accountable[section] ?? lead;
}

/** Of the sections where something is open. Nobody hears of themselves. */
export function hearFirst(review: Asked, owner: PersonId, open: readonly OpenItem[]): readonly PersonId[] {
  const sections = new Set(open.map(({ item }) => item.section));
  return [...new Set([...sections].flatMap((section) => hearOf(review, owner, section)))];
}

/** Whoever answers for that section, or stands in for them. */
export function hearOf(review: Asked, owner: PersonId, section: SectionId): readonly PersonId[] {
  const accountable = accountableOf(review, section);
  return accountable === owner ? [] : reached(review, owner, [accountable]);
}

/** The lead; what the lead leaves open, the approvers hear of. Never nobody. */
export function hearLast(review: Asked, owner: PersonId): readonly PersonId[] {
  if (owner !== review.lead) return reached(review, owner, [review.lead]);
  const approvers = review.approvers.filter((approver) => approver !== owner);
  return reached(review, owner, approvers.length > 0 ? approvers : [review.lead]);
}

/**
 * Whoever of them can be reached. For those who cannot the lead stands in, then the approvers, then anybody who answers for a
 * section; and where nobody can be reached it waits for those it belongs to.
 */
function reached(review: Asked, owner: PersonId, first: readonly PersonId[]): readonly PersonId[] {
  const { lead, approvers, accountable, unreachable } = review;
  const chain = [first, [lead], approvers, Object.values(accountable)];
  const hear = (one: PersonId) => one !== owner && !unreachable.has(one);
  return [...new Set(chain.map((people) => people.filter(hear)).find((people) => people.length > 0) ?? first)];
}
