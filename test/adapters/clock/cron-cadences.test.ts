import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { cadenceProblems } from '../../../src/adapters/clock/cadence-problems.ts';
import { cronCadences } from '../../../src/adapters/clock/cron-cadences.ts';

const cadences = cronCadences();
const next = (cron: string, zone: string, after: string) => cadences.next({ cron, zone }, after);

const zones = [
  'UTC',
  'Europe/Stockholm',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
];

describe('the next occurrence', () => {
  test('is strictly after, to the millisecond', () => {
    const at = '2026-11-24T08:00:00.000Z';
    expect(next('0 9 * * *', 'Europe/Stockholm', '2026-11-24T07:59:59.999Z')).toBe(at);
    expect(next('0 9 * * *', 'Europe/Stockholm', at)).toBe('2026-11-25T08:00:00.000Z');
    expect(next('0 9 * * *', 'Europe/Stockholm', '2026-11-24T08:00:00.001Z')).toBe('2026-11-25T08:00:00.000Z');
  });

  test('comes over New Year', () => {
    expect(next('0 9 1 * *', 'Europe/Stockholm', '2026-12-31T23:00:00.000Z')).toBe('2027-01-01T08:00:00.000Z');
    expect(next('0 9 1 1 *', 'UTC', '2026-12-31T23:00:00.000Z')).toBe('2027-01-01T09:00:00.000Z');
  });

  test('has no horizon', () => {
    expect(next('0 9 29 2 1', 'UTC', '2026-01-01T00:00:00.000Z')).toBe('2044-02-29T09:00:00.000Z');
  });

  test('needs both days to match', () => {
    // The first Monday that is also a first of the month.
    expect(next('0 9 1 * 1', 'UTC', '2026-07-01T00:00:00.000Z')).toBe('2027-02-01T09:00:00.000Z');
  });

  test('in the spring gap comes at the next valid minute, and in the autumn fold once', () => {
    const stockholm = 'Europe/Stockholm';
    expect(next('30 2 * * *', stockholm, '2027-03-27T12:00:00.000Z')).toBe('2027-03-28T01:00:00.000Z');
    const fold = next('30 2 * * *', stockholm, '2027-10-30T12:00:00.000Z');
    expect(fold).toBe('2027-10-31T00:30:00.000Z');
    expect(next('30 2 * * *', stockholm, fold)).toBe('2027-11-01T01:30:00.000Z');
  });

  test('of hours in a list comes once each in the autumn fold', () => {
    const first = next('30 2,14 * * *', 'Europe/Stockholm', '2027-10-30T13:00:00.000Z');
    const second = next('30 2,14 * * *', 'Europe/Stockholm', first);
    expect([first, second]).toEqual(['2027-10-31T00:30:00.000Z', '2027-10-31T13:30:00.000Z']);
  });
});

describe('ten years of a cadence', () => {
  const cadence = fc.record({
    minute: fc.integer({ min: 0, max: 59 }),
    // Half of them at night, where clocks change.
    hour: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 23 })),
    month: fc.oneof(fc.constant('*'), fc.constant('3,4,9,10,11'), fc.integer({ min: 1, max: 12 }).map(String)),
    day: fc.oneof(fc.constant('*'), fc.constant('1-7'), fc.integer({ min: 1, max: 31 }).map(String)),
    week: fc.oneof(fc.constant('*'), fc.constant('0'), fc.integer({ min: 1, max: 6 }).map(String)),
  });
  type Parts = typeof cadence extends fc.Arbitrary<infer T> ? T : never;

  const cronOf = ({ minute, hour, day, month, week }: Parts) => `${minute} ${hour} ${day} ${month} ${week}`;

  test.each(zones)('in %s is at the wall time asked on each day asked, gap and fold as promised', (zone) => {
    const holds = fc.property(cadence, (parts) => {
      const cron = cronOf(parts);
      if (cadenceProblems({ cron, zone }).length > 0) return;
      const from = Temporal.PlainDate.from('2026-01-01');
      const expected = daysMatching(parts, from, from.add({ years: 10 })).map((day) => occurrence(day, parts, zone));
      const end = expected.at(-1);
      const found: string[] = [];
      let at = startOf(from, zone);
      while (end !== undefined && at < end) {
        at = cadences.next({ cron, zone }, at);
        found.push(at);
      }
      expect(found).toEqual(expected);
    });
    fc.assert(holds, { numRuns: 15 });
  });

  test.each(['*/30 * * * *', '0 */2 * * *', '15 9-17 * * 1-5'])('of %s never stands still', (cron) => {
    const moves = fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3650 }), (zone, days) => {
      let at = new Date(Date.UTC(2026, 0, 1 + days)).toISOString();
      for (let count = 0; count < 60; count += 1) {
        const following = cadences.next({ cron, zone }, at);
        expect(following > at).toBe(true);
        at = following;
      }
    });
    fc.assert(moves, { numRuns: 60 });
  });
});

function daysMatching(
  { day, month, week }: { day: string; month: string; week: string },
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const days = [];
  for (let date = from; Temporal.PlainDate.compare(date, to) < 0; date = date.add({ days: 1 })) {
    if (holds(day, date.day) && holds(month, date.month) && holds(week, date.dayOfWeek % 7)) days.push(date);
  }
  return days;
}

function holds(field: string, value: number): boolean {
  if (field === '*') return true;
  const [from, to] = field.split('-').map(Number);
  if (to !== undefined) return (from ?? 0) <= value && value <= to;
  return field.split(',').map(Number).includes(value);
}

/** A second way to the same instant, through Temporal: the moment the clock jumps where the wall time is in the gap. */
function occurrence(date: Temporal.PlainDate, at: { hour: number; minute: number }, zone: string): string {
  const wall = date.toPlainDateTime(at);
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (early.toPlainDateTime().equals(wall)) return instantOf(early);
  const jump = early.getTimeZoneTransition('next');
  if (!jump) throw new Error(`${zone} has a gap at ${wall} and no change of its clock.`);
  return instantOf(jump);
}

function startOf(date: Temporal.PlainDate, zone: string): string {
  // A second before, since an occurrence at midnight counts.
  return instantOf(date.toZonedDateTime(zone).subtract({ seconds: 1 }));
}

function instantOf(time: Temporal.ZonedDateTime): string {
  return new Date(time.epochMilliseconds).toISOString();
}
