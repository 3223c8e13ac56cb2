/** The calendar everybody has until more is known: weekends are free, work is from nine to five in the person's zone. */

import type { Calendar } from '../../domain/time/calendar.ts';
import { weekdayOf } from '../../domain/time/local-date.ts';
import type { Calendars } from '../../flow/ports/calendars.ts';

export function plainCalendars(): Calendars {
  const byZone = new Map<string, Calendar>();
  return {
    calendarFor({ zone }) {
      const known = byZone.get(zone) ?? plainCalendar(zone);
      byZone.set(zone, known);
      return known;
    },
  };
}

export function plainCalendar(zone: string): Calendar {
  return { zone, hours: { from: '09:00', to: '17:00' }, isFree: (date) => weekdayOf(date) >= 6 };
}
