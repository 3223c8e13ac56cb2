/** When a person works: moments and days of their calendar, so that nothing is said on a free day or at night. */
import type { Calendar } from './calendar.ts';
import type { Instant, LocalDate } from './instant.ts';
import { addDays } from './local-date.ts';
import { dateIn, endOfDay, instantAt } from './zone.ts';

/** From the first working minute until, exclusively, the last one's end. */
export function isWorkingMoment(calendar: Calendar, instant: Instant): boolean {
  const date = dateIn(calendar.zone, instant);
  return !calendar.isFree(date) && startOfWork(calendar, date) <= instant && instant < endOfWork(calendar, date);
}

/** The instant itself when it is a working one, else the start of the next working hours. */
export function nextWorkingMoment(calendar: Calendar, instant: Instant): Instant {
  if (isWorkingMoment(calendar, instant)) return instant;
  const date = dateIn(calendar.zone, instant);
  const today = startOfWork(calendar, date);
  if (!calendar.isFree(date) && instant < today) return today;
  return startOfWork(calendar, addWorkingDays(calendar, date, 1));
}

/** Whether that date is free or not is the caller's question. */
export function startOfWork(calendar: Calendar, date: LocalDate): Instant {
  return instantAt(calendar.zone, date, calendar.hours.from);
}

export function endOfWork(calendar: Calendar, date: LocalDate): Instant {
  const { zone, hours } = calendar;
  return hours.to === '24:00' ? endOfDay(zone, date) : instantAt(zone, date, hours.to);
}

/** The n-th working day after that date, or before it when n is negative. 0 is the date itself, or when free the next. */
export function addWorkingDays(calendar: Calendar, date: LocalDate, n: number): LocalDate {
  if (n === 0) return calendar.isFree(date) ? nextWorkingDay(calendar, date, 1) : date;
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; left -= 1) day = nextWorkingDay(calendar, day, step);
  return day;
}

/** That date, or when it is free the last working day before it. */
export function lastWorkingDayBy(calendar: Calendar, date: LocalDate): LocalDate {
  return calendar.isFree(date) ? addWorkingDays(calendar, date, -1) : date;
}

/** How many working days lie after `from`, up to and with `to`. Negative when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(calendar, addDays(to, -1), addDays(from, -1));
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!calendar.isFree(day)) count += 1;
  return count;
}

// Who is free for more than a year on end is regarded as working: an endless search would stop the review for everybody.
const longestLeave = 400;

function nextWorkingDay(calendar: Calendar, date: LocalDate, step: 1 | -1): LocalDate {
  for (let days = 1; days <= longestLeave; days += 1) {
    const day = addDays(date, days * step);
    if (!calendar.isFree(day)) return day;
  }
  return addDays(date, step);
}
