/** What an owner hears: the first asking, what was handed over to them, reminders, and that it is overdue. */
import type { PersonId } from '../event.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { laterOf } from '../time/local-date.ts';
import { addWorkingDays, startOfWork } from '../time/working-time.ts';
import { paceOf } from './agenda-pace.ts';
import { type OpenItem, type Standing, sinceOf } from './agenda-standing.ts';
import { type Duty, type DutyKind, dutyOf } from './duty.ts';
import type { Review } from './review.ts';

export function ownerDuties(standing: Standing): readonly Duty[] {
  const pace = paceOf(standing.review);
  return [...standing.open].flatMap(([owner, open]) => {
    const about = { review: standing.review, owner };
    const calendar = standing.calendarOf(owner);
    const { reminders, overdue } = pace(calendar);
    return [
      ...asking(about, open),
      ...handedOver(about, open),
      ...steps(about, { kind: 'remind', times: reminders, since: sinceOf(open), calendar }),
      ...nudge(about),
      ...steps(about, { kind: 'overdue', times: overdue, since: sinceOf(open), calendar }),
    ];
  });
}

type About = { readonly review: Review; readonly owner: PersonId };

/** Who has only what was handed over to them hears of that instead. */
function asking(about: About, open: readonly OpenItem[]): readonly Duty[] {
  const own = open.filter(({ handover }) => handover === undefined);
  return own.length > 0 ? [toOwner(about, 'ask', 1, sinceOf(own))] : [];
}

/** The ordinal is the hand-over's place in the review, so that its card can say what it was. */
function handedOver(about: About, open: readonly OpenItem[]): readonly Duty[] {
  const indexes = new Set(open.flatMap(({ handover }) => (handover === undefined ? [] : [handover])));
  return [...indexes].flatMap((index) => {
    const handover = about.review.handovers[index];
    return handover ? [toOwner(about, 'handed over', index, handover.at)] : [];
  });
}

type Steps = {
  readonly kind: DutyKind;
  /** In the policy's order; undefined is a step this review is too short for. */
  readonly times: readonly (Instant | undefined)[];
  readonly since: Instant;
  readonly calendar: Calendar;
};

/** A step from before the owner had anything to answer was never theirs. A snooze moves a step, and never past it. */
function steps(about: About, { kind, times, since, calendar }: Steps): readonly Duty[] {
  const until = about.review.snoozed.get(about.owner)?.until;
  const quiet = until === undefined ? '' : startOfWork(calendar, addWorkingDays(calendar, until, 0));
  return times.flatMap((at, index) =>
    at !== undefined && at > since ? [toOwner(about, kind, index + 1, laterOf(at, quiet))] : [],
  );
}

/** By the lead's own hand: counted on from the policy's reminders, and not moved by a snooze, which the lead can see. */
function nudge(about: About): readonly Duty[] {
  const nudged = about.review.nudges.get(about.owner);
  if (!nudged) return [];
  return [toOwner(about, 'remind', about.review.policy.remind.length + nudged.count, nudged.at)];
}

function toOwner({ review, owner }: About, kind: DutyKind, ordinal: number, at: Instant): Duty {
  return dutyOf({ review: review.id, kind, to: owner, subject: owner, ordinal, at });
}
