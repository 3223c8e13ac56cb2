/** When reviews open. Wall time in a zone, so that nine o'clock stays nine o'clock over both clock changes. */
import type { Instant } from '../../domain/time/instant.ts';

export type Cadence = { readonly cron: string; readonly zone: string };

export interface Cadences {
  /** The first occurrence strictly after; a wall time the spring gap swallows moves to the next valid minute. */
  next(cadence: Cadence, after: Instant): Instant;
  /** What is wrong with it, each in a sentence; empty when it is right. An expression that never occurs is wrong. */
  problems(cadence: Cadence): readonly string[];
}
