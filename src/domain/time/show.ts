/** Time as people read it. Whose zone it is in is said by whoever draws the card. */
import { type Instant, type LocalDate, millisecondsOf } from './instant.ts';
import { daysBetween, weekdayOf } from './local-date.ts';
import { dateIn, wallTimeAt } from './zone.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Fri 4 Dec`, and `Fri 4 Dec 2026` when today, if given, is in another year. */
export function showDate(date: LocalDate, today: LocalDate = date): string {
  const short = `${weekdays[weekdayOf(date) - 1]} ${dayAndMonth(date)}`;
  return sameYear(date, today) ? short : `${short} ${date.slice(0, 4)}`;
}

/** `Fri 4 Dec 2026`, whole: for headings, and for what is read long afterwards. */
export function showWholeDate(date: LocalDate): string {
  return showDate(date, '');
}

/** `Mon 23 Nov, 09:30`, with the year as `showDate` does. */
export function showMoment(zone: string, instant: Instant, now: Instant = instant): string {
  return `${showDate(dateIn(zone, instant), dateIn(zone, now))}, ${wallTimeAt(zone, instant)}`;
}

/** `09:30` today, else `23 Nov`: for narrow columns. */
export function showBriefly(zone: string, instant: Instant, now: Instant): string {
  const date = dateIn(zone, instant);
  return date === dateIn(zone, now) ? wallTimeAt(zone, instant) : dayAndMonth(date);
}

/** `2026-11-23 08:30:00 UTC`, as it stands in the record. */
export function showUtc(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** `today`, `yesterday`, `5 days ago`, `3 weeks ago`, `3 months ago`, `2 years ago`. */
export function showAge(from: Instant | LocalDate, to: Instant | LocalDate): string {
  const days = daysBetween(from.slice(0, 10), to.slice(0, 10));
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  const months = monthsBetween(from, to);
  if (months < 2) return `${Math.floor(days / 7)} weeks ago`;
  return months < 24 ? `${months} months ago` : `${Math.floor(months / 12)} years ago`;
}

function dayAndMonth(date: LocalDate): string {
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`;
}

function sameYear(one: LocalDate, other: LocalDate): boolean {
  return one.slice(0, 4) === other.slice(0, 4);
}

function monthsBetween(from: Instant | LocalDate, to: Instant | LocalDate): number {
  const [start, end] = [new Date(millisecondsOf(from)), new Date(millisecondsOf(to))];
  const whole = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return end.getUTCDate() < start.getUTCDate() ? whole - 1 : whole;
}
