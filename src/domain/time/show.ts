/** Time as people read it. Whose zone it is in is said by whoever draws the card. */
import { type Instant, type LocalDate, millisecondsOf } from './instant.ts';
import { daysBetween, weekdayOf } from './local-date.ts';
import { dateIn, wallTimeAt } from './zone.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Fri 4 Dec`, and `Fri 4 Dec 2026` when today, if given, is in another year. */
export function showDate(date: LocalDate, today: LocalDate = date): string {
  const [year, month, day] = date.split('-');
  const short = `${weekdays[weekdayOf(date) - 1]} ${Number(day)} ${months[Number(month) - 1]}`;
  return year === today.slice(0, 4) ? short : `${short} ${year}`;
}

/** `Mon 23 Nov, 09:30`, with the year as `showDate` does. */
export function showMoment(zone: string, instant: Instant, now: Instant = instant): string {
  return `${showDate(dateIn(zone, instant), dateIn(zone, now))}, ${wallTimeAt(zone, instant)}`;
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

function monthsBetween(from: Instant | LocalDate, to: Instant | LocalDate): number {
  const [start, end] = [new Date(millisecondsOf(from)), new Date(millisecondsOf(to))];
  const whole = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return end.getUTCDate() < start.getUTCDate() ? whole - 1 : whole;
}
