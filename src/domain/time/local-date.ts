/** Arithmetic on days of the wall calendar. No zone is involved, so no day is ever 23 hours long. */
import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './instant.ts';

const day = 86_400_000;

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** The same day of a later or earlier month, or that month's last day: 31 January and one month is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days from one to the other, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekdayOf(date: LocalDate): number {
  return new Date(date).getUTCDay() || 7;
}

export function earlierOf<T extends string>(a: T, b: T): T {
  return a < b ? a : b;
}

export function laterOf<T extends string>(a: T, b: T): T {
  return a > b ? a : b;
}
