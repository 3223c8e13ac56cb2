import { describe, expect, it } from 'vitest';
import { showAge, showBriefly, showDate, showMoment, showUtc, showWholeDate } from '../../../src/domain/time/show.ts';

describe('time as people read it', () => {
  it('says a date without the year, and with it when it is another one', () => {
    expect(showDate('2026-12-04')).toBe('Fri 4 Dec');
    expect(showDate('2026-12-04', '2026-11-23')).toBe('Fri 4 Dec');
    expect(showDate('2027-03-01', '2026-11-23')).toBe('Mon 1 Mar 2027');
  });

  it('says a date whole, and a moment briefly, on a wall or as it stands in the record', () => {
    const now = '2026-09-23T08:30:00.000Z';
    expect(showWholeDate('2026-09-04')).toBe('Fri 4 Sep 2026');
    expect(showBriefly('Asia/Tokyo', now, now)).toBe('17:30');
    expect(showBriefly('Asia/Tokyo', '2026-09-22T15:01:00.000Z', now)).toBe('00:01');
    expect(showBriefly('Asia/Tokyo', '2026-09-22T14:59:00.000Z', now)).toBe('22 Sep');
    expect(showUtc(now)).toBe('2026-09-23 08:30:00 UTC');
  });

  it('says a moment on the wall of who reads it', () => {
    expect(showMoment('Europe/Stockholm', '2026-11-23T08:30:00.000Z')).toBe('Mon 23 Nov, 09:30');
    expect(showMoment('Asia/Kathmandu', '2026-12-31T20:00:00.000Z', '2026-11-23T08:30:00.000Z')).toBe(
      'Fri 1 Jan 2027, 01:45',
    );
  });

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-18', '5 days ago'],
    ['2026-11-02', '3 weeks ago'],
    ['2026-08-23', '3 months ago'],
    ['2026-08-24', '2 months ago'],
    ['2025-11-23', '12 months ago'],
    ['2024-11-23', '2 years ago'],
  ])('says %s is %s', (from, said) => {
    expect(showAge(from, '2026-11-23')).toBe(said);
  });
});
