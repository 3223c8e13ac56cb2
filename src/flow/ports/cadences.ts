/** When reviews open. Wall time in a zone, so that nine o'clock stays nine o'clock over both clock changes. */
import type { Instant } from '../../domain/time/instant.ts';

/** Five cron fields (minute, hour, day of month, month, day of week); both days must match. An IANA zone. */
export type Cadence = { readonly cron: string; readonly zone: string };

export interface Cadences {
  /**
   * The first occurrence strictly after. An hour that is named rings once a day: in the spring gap at the next valid
   * minute, in the autumn fold the first time. An interval, such as every second hour,
   * goes on as time does, through gap and fold.
   * The cadence has no problems.
   */
  next(cadence: Cadence, after: Instant): Instant;
  /** What is wrong with it, each in a sentence; empty when it is right. An expression that never occurs is wrong. */
  problems(cadence: Cadence): readonly string[];
}
