/** When a review's policy reminds, calls overdue and escalates, for one calendar. */
import type { Calendar } from '../time/calendar.ts';
import type { Instant, LocalDate } from '../time/instant.ts';
import { addWorkingDays, lastWorkingDayBy, startOfWork, workingDaysBetween } from '../time/working-time.ts';
import { dateIn } from '../time/zone.ts';
import type { Review } from './review.ts';

export type Pace = {
  /** In the policy's order; undefined where a review is too short for that step. */
  readonly reminders: readonly (Instant | undefined)[];
  readonly overdue: readonly Instant[];
  /** By the policy alone; when a review ends sooner, so do they. */
  readonly escalations: { readonly accountable: Instant; readonly lead: Instant };
};

/** Owners who share a calendar share its pace: a thousand assignments mean a handful of calendars. */
export function paceOf(review: Review): (calendar: Calendar) => Pace {
  const known = new Map<Calendar, Pace>();
  return (calendar) => {
    const pace = known.get(calendar) ?? reckoned(review, calendar);
    known.set(calendar, pace);
    return pace;
  };
}

function reckoned(review: Review, calendar: Calendar): Pace {
  const { accountable, lead } = review.policy.escalate;
  return {
    reminders: reminders(review, calendar),
    overdue: overdue(review, calendar),
    escalations: {
      accountable: escalation(review, calendar, accountable),
      lead: escalation(review, calendar, lead),
    },
  };
}

/** Counted back from the last working day by the due date, so that "the day itself" is never too late. */
function reminders(review: Review, calendar: Calendar): readonly (Instant | undefined)[] {
  const opened = dateIn(calendar.zone, review.openedAt);
  const last = lastWorkingDayBy(calendar, review.due);
  const half = Math.floor(workingDaysBetween(calendar, opened, last) / 2);
  return review.policy.remind.map((step) => {
    const day = step === 'half' ? addWorkingDays(calendar, opened, half) : addWorkingDays(calendar, last, -step);
    return opened < day && day <= last ? startOfWork(calendar, day) : undefined;
  });
}

function overdue(review: Review, calendar: Calendar): readonly Instant[] {
  const { overdueEvery } = review.policy;
  const days: LocalDate[] = [];
  let day = addWorkingDays(calendar, review.due, overdueEvery);
  for (; day <= review.deadline; day = addWorkingDays(calendar, day, overdueEvery)) days.push(day);
  return days.map((date) => startOfWork(calendar, date));
}

function escalation(review: Review, calendar: Calendar, workingDays: number): Instant {
  return startOfWork(calendar, addWorkingDays(calendar, review.due, workingDays));
}
