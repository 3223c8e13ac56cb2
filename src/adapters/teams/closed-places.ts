/** Conversations this process was told not to write in. Its cards there stay outdated, and are tried again after a long pause. */
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Clock } from '../../flow/ports/clock.ts';

export type ClosedPlaces = {
  close(conversation: string): void;
  /** In milliseconds; none where nothing is known against it. */
  closedFor(conversation: string): number;
};

// The app may be blocked or taken away for an afternoon, and the message stands there still.
const aLongPause = 60 * 60_000;
const mostKnown = 20_000;

export function closedPlaces(clock: Pick<Clock, 'now'>): ClosedPlaces {
  const until = new Map<string, number>();
  return {
    close(conversation) {
      if (until.size >= mostKnown) until.clear();
      until.set(conversation, millisecondsOf(clock.now()) + aLongPause);
    },
    closedFor: (conversation) => Math.max(0, (until.get(conversation) ?? 0) - millisecondsOf(clock.now())),
  };
}
