/** Wakes a step at a time. An alarm says where to look, never what to say; a lost, late or doubled one does no harm. */
import type { Instant } from '../../domain/time/instant.ts';

export type Alarm = {
  /** program → open what is due; review → advance; contact → approach; delivery → deliver. */
  readonly look: 'program' | 'review' | 'contact' | 'delivery';
  readonly id: string;
  readonly at: Instant;
};

export interface Alarms {
  /** The same look, id and time is one alarm. A time in the past rings at once. */
  set(alarm: Alarm): Promise<void>;
  /** Begins to ring. A rejected handler is retried later by the queue, with growing pauses. */
  start(ring: (alarm: Alarm) => Promise<void>): Promise<void>;
  /** Moves every alarm forward after the demo's clock was moved: what is due by then rings at once. */
  close(): Promise<void>;
}
