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

export type Turn = { readonly go: true } | { readonly go: false; readonly at: Instant };

export interface Pacing {
  /**
   * Takes a turn of each pace, or of none: then it says when to ask again. Whoever has to wait is given a place of their
   * own in the queue, so that those who wait do not all come back at once; asking again before that changes nothing.
   */
  take(paces: readonly Pace[], now: Instant, who: string): Promise<Turn>;
  /** Who has a place in a queue that is still to come. Forgets those who never came back. */
  waiting(now: Instant): Promise<ReadonlySet<string>>;
}
