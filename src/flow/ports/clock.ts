/** What time it is. Everything that needs the time is given this. */
import type { Instant } from '../../domain/time/instant.ts';

export interface Clock {
  now(): Instant;
  /** Calls once a minute, and at once after the demo's clock was moved. Returns how to stop it. */
  everyMinute(tick: () => Promise<void>): () => void;
}

/** The demo's clock runs as fast as any other but may be set forward; its offset is a row in the database. */
export interface DemoClock extends Clock {
  moveTo(instant: Instant): Promise<void>;
}
