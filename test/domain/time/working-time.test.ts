import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/time/local-date.ts';
import {
  addWorkingDays,
  isWorkingMoment,
  lastWorkingDayBy,
  nextWorkingMoment,
  workingDaysBetween,
} from '../../../src/domain/time/working-time.ts';
import { dateIn } from '../../../src/domain/time/zone.ts';
import { aCalendar, anInstant } from '../../support/times.ts';
import { weekdays } from '../../support/weekdays.ts';

const stockholm = weekdays('Europe/Stockholm');

describe('working time', () => {
  it('begins at the start of work and is over at its end', () => {
    expect(isWorkingMoment(stockholm, '2026-11-23T07:59:59.999Z')).toBe(false);
    expect(isWorkingMoment(stockholm, '2026-11-23T08:00:00.000Z')).toBe(true);
    expect(isWorkingMoment(stockholm, '2026-11-23T15:59:59.999Z')).toBe(true);
    expect(isWorkingMoment(stockholm, '2026-11-23T16:00:00.000Z')).toBe(false);
  });

  it('waits over a weekend, and over a clock change in it', () => {
    expect(nextWorkingMoment(stockholm, '2026-10-23T15:30:00.000Z')).toBe('2026-10-26T08:00:00.000Z');
    expect(nextWorkingMoment(stockholm, '2026-10-25T12:00:00.000Z')).toBe('2026-10-26T08:00:00.000Z');
  });

  it('counts working days forward and back', () => {
    expect(addWorkingDays(stockholm, '2026-11-23', 10)).toBe('2026-12-07');
    expect(addWorkingDays(stockholm, '2026-12-07', -10)).toBe('2026-11-23');
    expect(addWorkingDays(stockholm, '2026-11-28', 0)).toBe('2026-11-30');
    expect(lastWorkingDayBy(stockholm, '2026-11-28')).toBe('2026-11-27');
    expect(workingDaysBetween(stockholm, '2026-11-23', '2026-12-07')).toBe(10);
    expect(workingDaysBetween(stockholm, '2026-12-07', '2026-11-23')).toBe(-10);
  });

  it('does not search for ever in the calendar of somebody who never works', () => {
    expect(addWorkingDays({ ...stockholm, isFree: () => true }, '2026-11-23', 1)).toBe('2026-11-24');
  });

  it('finds the very next working moment, whatever the calendar', () => {
    fc.assert(
      fc.property(aCalendar, anInstant, (calendar, instant) => {
        const next = nextWorkingMoment(calendar, instant);
        expect(isWorkingMoment(calendar, next)).toBe(true);
        expect(next >= instant).toBe(true);
        expect(nextWorkingMoment(calendar, next)).toBe(next);
        if (next > instant) expect(isWorkingMoment(calendar, instant)).toBe(false);
        for (
          let day = addDays(dateIn(calendar.zone, instant), 1);
          day < dateIn(calendar.zone, next);
          day = addDays(day, 1)
        ) {
          expect(calendar.isFree(day)).toBe(true);
        }
      }),
    );
  });

  it('undoes in one direction what it did in the other', () => {
    fc.assert(
      fc.property(aCalendar, anInstant, fc.integer({ min: 1, max: 40 }), (calendar, instant, n) => {
        const start = addWorkingDays(calendar, dateIn(calendar.zone, instant), 0);
        const end = addWorkingDays(calendar, start, n);
        expect(workingDaysBetween(calendar, start, end)).toBe(n);
        expect(addWorkingDays(calendar, end, -n)).toBe(start);
      }),
    );
  });
});
