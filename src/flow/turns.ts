/** Whose turn it is: the arithmetic of pacing, the same wherever it is counted. Milliseconds since 1970. */
import type { Pace } from './ports/pacing.ts';

/** `next`: when one could go if none might go at once. `place`: the last place in the queue that was given away. */
export type Count = { readonly next: number; readonly place: number };
export type Counted = { readonly pace: Pace; readonly count: Count };

export type Asked =
  | { readonly go: true; readonly counts: readonly Count[] }
  | { readonly go: false; readonly at: number; readonly counts: readonly Count[] };

/** A turn of each, or a place in the queue of each: then the latest of them counts. */
export function ask(all: readonly Counted[], now: number): Asked {
  const earliest = Math.max(now, ...all.map(({ pace, count }) => count.next - (pace.burst - 1) * pace.every));
  if (earliest <= now) {
    const counts = all.map(({ pace, count }) => ({ ...count, next: Math.max(count.next, now) + pace.every }));
    return { go: true, counts };
  }
  const at = Math.max(earliest, ...all.map(({ pace, count }) => count.place + pace.every));
  return { go: false, at, counts: all.map(({ count }) => ({ ...count, place: at })) };
}
