/** How a review ends by itself, whatever anybody does: it closes, and is signed off or lapses. */
import type { Calendar } from '../time/calendar.ts';
import type { Instant, LocalDate } from '../time/instant.ts';
import { earlierOf } from '../time/local-date.ts';
import { addWorkingDays, lastWorkingDayBy, startOfWork, workingDaysBetween } from '../time/working-time.ts';
import { dateIn, endOfDay } from '../time/zone.ts';
import type { Standing } from './agenda-standing.ts';
import { type Appointment, type Duty, dutyOf } from './duty.ts';
import { isOpen, type Review } from './review.ts';
import { eligibleApprovers } from './sign-off.ts';

/** At the deadline's end; once everything is answered at the next working day's end, when that is sooner. */
export function closesAt(review: Review, calendar: Calendar): Instant {
  return endOfDay(review.zone, closesOn(review, calendar));
}

/** The last day on which an answer can be given or changed. */
export function closesOn(review: Review, calendar: Calendar): LocalDate {
  return earlierOf(completionEnds(review, calendar) ?? review.deadline, review.deadline);
}

export function lapsesAt(review: Review): Instant | undefined {
  return review.closed && endOfDay(review.zone, review.closed.signBy);
}

export function closing({ review, calendar }: Standing): readonly Appointment[] {
  return isOpen(review) ? [{ does: 'close', at: closesAt(review, calendar), key: `${review.id}/close` }] : [];
}

function completionEnds(review: Review, calendar: Calendar): LocalDate | undefined {
  if (review.status !== 'complete' || review.completedAt === undefined) return undefined;
  return addWorkingDays(calendar, dateIn(review.zone, review.completedAt), 1);
}

export function lapsing({ review }: Standing): readonly Appointment[] {
  const at = lapsesAt(review);
  return review.status === 'closed' && at ? [{ does: 'lapse', at, key: `${review.id}/lapse` }] : [];
}

/** The lead hears how it went, and once more when nobody signed. */
export function summaries({ review }: Standing): readonly Duty[] {
  const { closed, lead } = review;
  if (!closed) return [];
  const summary = { review: review.id, kind: 'summarise', to: lead, subject: review.id } as const;
  const end = dutyOf({ ...summary, ordinal: 1, at: closed.at });
  if (review.status !== 'lapsed') return [end];
  return [end, dutyOf({ ...summary, ordinal: 2, at: endOfDay(review.zone, closed.signBy) })];
}

/** Asked at once, again half way, and the day before the last. After a voided sign-off the count goes on. */
export function signOffRequests(standing: Standing): readonly Duty[] {
  const { review, calendarOf } = standing;
  if (review.status !== 'closed' || !review.closed) return [];
  const { signFrom, signBy } = review.closed;
  return eligibleApprovers(review).flatMap((to) =>
    requestTimes(calendarOf(to), signFrom, signBy).flatMap((time, step) => {
      const ordinal = review.timesVoided * requestsARound + step + 1;
      const request = { review: review.id, kind: 'request sign-off', to, subject: review.id, ordinal } as const;
      return time === undefined ? [] : [dutyOf({ ...request, at: time })];
    }),
  );
}

const requestsARound = 3;

/** To which asking for a signature a request belongs: 0 until a sign-off was voided. */
export function roundOf(duty: Pick<Duty, 'ordinal'>): number {
  return Math.floor((duty.ordinal - 1) / requestsARound);
}

function requestTimes(calendar: Calendar, from: Instant, signBy: string): readonly (Instant | undefined)[] {
  const closed = dateIn(calendar.zone, from);
  const last = lastWorkingDayBy(calendar, signBy);
  const half = addWorkingDays(calendar, closed, Math.floor(workingDaysBetween(calendar, closed, last) / 2));
  const dayBefore = addWorkingDays(calendar, last, -1);
  const later = [half, dayBefore].map((day) => (closed < day && day < signBy ? startOfWork(calendar, day) : undefined));
  return [from, ...later];
}
