/** When people work. Whoever has a zone has a calendar; how much is known about it depends on what stands behind. */
import type { Person } from '../../domain/people.ts';
import type { Calendar } from '../../domain/time/calendar.ts';

export interface Calendars {
  /** The same person or zone gives the same calendar object for as long as nothing about it changes. */
  calendarFor(who: Person | { readonly zone: string }): Calendar;
}
