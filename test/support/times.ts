/** Zones, instants and calendars for properties: whole, half and quarter hours, both clock changes, holidays. */
import fc from 'fast-check';
import type { Calendar } from '../../src/domain/time/calendar.ts';
import { toInstant } from '../../src/domain/time/instant.ts';
import { daysBetween, weekdayOf } from '../../src/domain/time/local-date.ts';

export const aZone = fc.constantFrom(
  'Europe/Stockholm',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'Africa/Cairo',
  'UTC',
);

const from = Date.parse('2026-01-01T00:00:00.000Z');
const to = Date.parse('2036-12-31T00:00:00.000Z');

/** Ten years, every second one in the hours around a clock change somewhere. */
export const anInstant = fc.oneof(
  fc.integer({ min: from, max: to }).map(toInstant),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-29T01:00',
        '2026-10-25T01:00',
        '2026-11-01T06:00',
        '2027-03-14T07:00',
        '2026-10-03T15:30',
      ),
      fc.integer({ min: -36 * 3_600_000, max: 36 * 3_600_000 }),
    )
    .map(([change, off]) => toInstant(Date.parse(`${change}:00.000Z`) + off)),
);

const hours = fc.constantFrom(
  { from: '09:00', to: '17:00' },
  { from: '02:30', to: '10:15' },
  { from: '00:00', to: '24:00' },
);

/** Free weekends, and holidays spread by a seed: now and then a week or more in a row. */
export const aCalendar: fc.Arbitrary<Calendar> = fc
  .record({ zone: aZone, hours, seed: fc.integer({ min: 1, max: 97 }), weekend: fc.constantFrom([6, 7], [5, 6], []) })
  .map(({ zone, hours, seed, weekend }) => ({
    zone,
    hours,
    isFree: (date) => {
      const week = Math.floor(daysBetween('2020-01-06', date) / 7);
      const day = daysBetween('2020-01-01', date);
      return weekend.some((free) => free === weekdayOf(date)) || day % (seed + 5) === 0 || (week + seed) % 13 === 0;
    },
  }));
