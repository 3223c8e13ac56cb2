/** Times as a person reads them, in that person's zone, which is said beside them. */
import type { Instant, LocalDate } from '../../domain/time/instant.ts';

/** `Mon 23 Nov, 09:30`; with the year when it is not this one. */
export function momentIn(zone: string, instant: Instant, now: Instant): string {
  const { weekday, day, month, year, hour, minute } = partsIn(zone, instant);
  const otherYear = year === partsIn(zone, now).year ? '' : ` ${year}`;
  return `${weekday} ${day} ${month}${otherYear}, ${hour}:${minute}`;
}

/** `09:31` today, else `23 Nov`: for narrow columns. */
export function briefIn(zone: string, instant: Instant, now: Instant): string {
  const at = partsIn(zone, instant);
  const today = partsIn(zone, now);
  const sameDay = at.day === today.day && at.month === today.month && at.year === today.year;
  return sameDay ? `${at.hour}:${at.minute}` : `${at.day} ${at.month}`;
}

/** `Mon 23 Nov 2026`, whole, for headings between days. */
export function dayIn(zone: string, instant: Instant): string {
  const { weekday, day, month, year } = partsIn(zone, instant);
  return `${weekday} ${day} ${month} ${year}`;
}

/** A day on a wall, `Fri 4 Dec 2026`; it has no zone of its own. */
export function dayOf(date: LocalDate): string {
  return dayIn('UTC', `${date}T00:00:00.000Z`);
}

/** `2026-11-23 08:30:00 UTC`, as it stands in the record. */
export function inUtc(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>;

function partsIn(zone: string, instant: Instant): Parts {
  const parts = formatIn(zone).formatToParts(Date.parse(instant));
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return {
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a thousand times what using one does.
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}
