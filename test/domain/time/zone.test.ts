import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/time/local-date.ts';
import { dateIn, endOfDay, instantAt, isZone, startOfDay, wallTimeAt } from '../../../src/domain/time/zone.ts';
import { anInstant, aZone } from '../../support/times.ts';

describe('the wall clock', () => {
  it('moves a time the spring gap swallows to the next valid minute', () => {
    expect(instantAt('Europe/Stockholm', '2027-03-28', '02:30')).toBe('2027-03-28T01:00:00.000Z');
    expect(instantAt('Europe/Stockholm', '2027-03-28', '02:00')).toBe('2027-03-28T01:00:00.000Z');
    expect(instantAt('Australia/Lord_Howe', '2026-10-04', '02:15')).toBe('2026-10-03T15:30:00.000Z');
  });

  it('takes the first of the two times the autumn fold has', () => {
    expect(instantAt('Europe/Stockholm', '2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantAt('America/New_York', '2026-11-01', '01:30')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('keeps nine o’clock nine o’clock in zones of 30 and 45 minutes', () => {
    expect(instantAt('Asia/Kolkata', '2026-11-23', '09:00')).toBe('2026-11-23T03:30:00.000Z');
    expect(instantAt('Asia/Kathmandu', '2026-11-23', '09:00')).toBe('2026-11-23T03:15:00.000Z');
    expect(wallTimeAt('Pacific/Chatham', instantAt('Pacific/Chatham', '2026-11-23', '09:00'))).toBe('09:00');
  });

  it('ends a day where the next one begins, also when the clock changes at midnight', () => {
    expect(endOfDay('Europe/Stockholm', '2026-10-25')).toBe('2026-10-25T23:00:00.000Z');
    expect(startOfDay('Africa/Cairo', '2026-04-24')).toBe('2026-04-23T22:00:00.000Z');
    expect(wallTimeAt('Africa/Cairo', startOfDay('Africa/Cairo', '2026-04-24'))).toBe('01:00');
  });

  it('agrees with Temporal on the day of any instant in any zone', () => {
    fc.assert(
      fc.property(aZone, anInstant, (zone, instant) => {
        const expected = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(dateIn(zone, instant)).toBe(expected);
      }),
    );
  });

  it.each(['Europe/Stockholm', 'America/Argentina/Ushuaia', 'Etc/GMT+1', 'UTC'])('knows the zone %s', (name) => {
    expect(isZone(name)).toBe(true);
  });

  it.each(['CET', 'EST', '+01:00', 'Europe', 'Mars/Olympus', ''])('knows no zone "%s"', (name) => {
    expect(isZone(name)).toBe(false);
  });

  it('puts every instant into exactly one day', () => {
    fc.assert(
      fc.property(aZone, anInstant, (zone, instant) => {
        const date = dateIn(zone, instant);
        expect(startOfDay(zone, date) <= instant && instant < endOfDay(zone, date)).toBe(true);
        expect(startOfDay(zone, addDays(date, 1))).toBe(endOfDay(zone, date));
      }),
    );
  });
});
