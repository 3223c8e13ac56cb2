/** What time it is. Everything that needs the time is given this. */
import type { Instant } from '../../domain/time/instant.ts';

export interface Clock {
  now(): Instant;
  /**
   * Calls once a minute, and at once after the demo's clock was moved. A tick that still runs is not started twice,
   * and one that fails does not stop the next. Returns how to stop it, which resolves once a tick that runs has ended.
   */
  everyMinute(tick: () => Promise<void>): () => Promise<void>;
}

/** The demo's clock runs as fast as any other but may be set forward; its offset is a row in the database. */
export interface DemoClock extends Clock {
  /** Resolves when everything that ticks has ticked at the new time. An earlier time than now changes nothing. */
  moveTo(instant: Instant): Promise<void>;
}
