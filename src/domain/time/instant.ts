/** The two ways we write time down. Both sort as text, so `<` means "earlier". */
import { z } from 'zod';

/** UTC with milliseconds, `2026-11-23T08:30:00.000Z`. */
export type Instant = string;
/** A day on somebody's wall, `2026-11-23`. Whose wall is always said beside it. */
export type LocalDate = string;

export const instant = z.iso.datetime({ precision: 3 });
export const localDate = z.iso.date();

/** One millisecond precision everywhere, so that instants from every source sort as text. */
export function toInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}
