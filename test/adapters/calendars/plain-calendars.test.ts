import { expect, it } from 'vitest';
import { plainCalendars } from '../../../src/adapters/calendars/plain-calendars.ts';

it('frees weekends, works nine to five, and keeps one calendar for each zone', () => {
  const calendars = plainCalendars();
  const calendar = calendars.calendarFor({ zone: 'Asia/Kolkata' });
  expect(calendar).toMatchObject({ zone: 'Asia/Kolkata', hours: { from: '09:00', to: '17:00' } });
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(calendar.isFree)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(calendars.calendarFor({ zone: 'Asia/Kolkata' })).toBe(calendar);
  expect(calendars.calendarFor({ zone: 'Europe/Stockholm' })).not.toBe(calendar);
});
