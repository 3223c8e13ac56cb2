/** How fast a platform may be spoken to. Counted in the database, so that all replicas together keep to it. */
import type { Instant } from '../../domain/time/instant.ts';

export type Pace = {
  /** What is counted, e.g. `slack/T1/post/C1`. */
  readonly key: string;
  /** Milliseconds between two, on average. */
  readonly every: number;
  /** How many may go at once after a quiet time. */
  readonly burst: number;
};

export interface Pacing {
  /** Takes a turn of each pace, or of none: then it says when to ask again. */
  take(paces: readonly Pace[], now: Instant): Promise<{ readonly go: true } | { readonly go: false; readonly at: Instant }>;
}
