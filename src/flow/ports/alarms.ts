/** Wakes a step at a time. An alarm says where to look, never what to say; a lost, late or doubled one does no harm. */
import type { Instant } from '../../domain/time/instant.ts';

export type Alarm = {
  /** program → open what is due; review → advance; contact → approach; delivery → deliver; cards → redraw a review's. */
  readonly look: 'program' | 'review' | 'contact' | 'delivery' | 'cards';
  readonly id: string;
  readonly at: Instant;
};

export interface Alarms {
  /**
   * The same look, id and time is one alarm, also while it rings. A time in the past rings at once, even when that
   * alarm was set before, for a time then still to come. Throws AlarmNotSet when the queue cannot be
   * reached, after some seconds: whoever sets many stops at the first.
   */
  set(alarm: Alarm): Promise<void>;
  /**
   * Begins to ring. A rejected handler is rung again later, with growing pauses; after the last of them the alarm is
   * gone, and whoever set it from the records sets it again.
   */
  start(ring: (alarm: Alarm) => Promise<void>): Promise<void>;
  /** Whether an alarm set now would be kept. Answers within seconds, and never throws. */
  healthy(): Promise<boolean>;
  /** Lets handlers that run come to their end, and rings no more. Alarms still to come are kept for the next start. */
  close(): Promise<void>;
}

/** The queue could not take it in time. Nothing is lost: a sweep sets it again from the records. */
export class AlarmNotSet extends Error {
  constructor(alarm: Alarm, cause: unknown) {
    super(
      `The queue did not take the alarm for ${alarm.look} ${alarm.id} at ${alarm.at}; the next sweep sets it again.`,
      {
        cause,
      },
    );
    this.name = 'AlarmNotSet';
  }
}
