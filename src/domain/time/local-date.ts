/** Days on a wall, without a zone: nothing here can be wrong about clocks. */
import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './instant.ts';

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day of a later or earlier month, or that month's last day: 31 January and one month is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}
