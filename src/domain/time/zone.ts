/** Between instants and what a clock on somebody's wall says, over every clock change. */
import { Temporal } from 'temporal-polyfill';
import { type Instant, type LocalDate, toInstant } from './instant.ts';
import { addDays } from './local-date.ts';

/** A name with an area, as `Europe/Stockholm`, or UTC. An offset and `CET` or `EST` would not always move with summer time. */
export function isZone(name: string): boolean {
  if (!/^([A-Za-z_]+\/.+|UTC)$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The day on the wall in that zone at that instant. */
export function dateIn(zone: string, instant: Instant): LocalDate {
  // No zone is a whole day away from UTC, so the day is the one UTC has, the one before or the one after.
  const utc = instant.slice(0, 10);
  if (instant < startOfDay(zone, utc)) return addDays(utc, -1);
  return instant < endOfDay(zone, utc) ? utc : addDays(utc, 1);
}

/** When the wall shows that time. In the spring gap the next valid minute, in the autumn fold the first of both. */
export function instantAt(zone: string, date: LocalDate, wallTime: string): Instant {
  return remembered(`${zone} ${date} ${wallTime}`, () => {
    const wall = Temporal.PlainDateTime.from(`${date}T${wallTime}`);
    const found = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
    if (found.toPlainDateTime().equals(wall)) return toInstant(found.epochMilliseconds);
    // "Compatible" moves a time in the gap by the gap's length; the next valid minute is where the gap ends.
    const gapEnds = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous') ?? found;
    return toInstant(gapEnds.epochMilliseconds);
  });
}

/** The first instant that day has: midnight, or later where the clock change falls on midnight. */
export function startOfDay(zone: string, date: LocalDate): Instant {
  return remembered(`${zone} ${date}`, () =>
    toInstant(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds),
  );
}

/** Exclusive: the next day's first instant. */
export function endOfDay(zone: string, date: LocalDate): Instant {
  return remembered(`${zone} ${date} end`, () => startOfDay(zone, addDays(date, 1)));
}

/** `09:30` as the wall shows it. */
export function wallTimeAt(zone: string, instant: Instant): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

// The polyfill takes some 30 µs for each of these and a review of 1,000 assignments asks for thousands, nearly all the
// same. The bound keeps a process of many years at a few megabytes.
const known = new Map<string, Instant>();
const most = 20_000;

function remembered(key: string, find: () => Instant): Instant {
  const before = known.get(key);
  if (before) return before;
  const found = find();
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}
