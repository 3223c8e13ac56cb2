/** Durations people answer and programs set, in ISO 8601, made comparable. */
import { Temporal } from 'temporal-polyfill';

// A month has no fixed length. Counted from this day a month is 31 days, a quarter 90 and a year 365, which is
// how a person would read "within a month" and "at least a year".
const countedFrom = '2001-01-01';
const longest = 'P200Y';

/** Negative when shorter, 0 when equal; undefined when one of them is no duration we can count. */
export function compareDurations(one: string, other: string): number | undefined {
  try {
    return Temporal.Duration.compare(one, other, { relativeTo: countedFrom });
  } catch {
    return undefined;
  }
}

/** Long enough to mean something and short enough to be meant. */
export function isSensibleDuration(duration: string): boolean {
  const atLeast = compareDurations(duration, 'PT0S');
  const atMost = compareDurations(duration, longest);
  return atLeast !== undefined && atMost !== undefined && atLeast > 0 && atMost <= 0;
}
