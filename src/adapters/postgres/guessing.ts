/** What an act may be written on without asking the database first, and when it had better ask. */
import type { Stream } from '../../domain/event.ts';
import { keyOf } from './state-cache.ts';

export type Guessing = {
  /** The database's time with the demo's offset, in milliseconds since 1970, as it just told. */
  hear(now: number): void;
  /** That time with what has passed here since; undefined where the database is to be asked. */
  now(stream: Stream): number | undefined;
  /** Somebody else wrote this stream since we last did. */
  doubt(stream: Stream): void;
  /** The database was asked, and nobody else had. */
  trust(stream: Stream): void;
};

/** So many acts in a row that nobody came between, and we guess again: a wrong guess costs more than some right ones save. */
const convincing = 5;
// Who has forgotten a doubt finds out with one wrong guess.
const mostDoubted = 10_000;

export function guessing(): Guessing {
  let last: { readonly now: number; readonly heard: number } | undefined;
  const doubts = new Map<string, number>();
  return {
    hear(now) {
      last = { now, heard: performance.now() };
    },
    now: (stream) => (last && !doubts.has(keyOf(stream)) ? last.now + performance.now() - last.heard : undefined),
    doubt(stream) {
      if (doubts.size >= mostDoubted) doubts.clear();
      doubts.set(keyOf(stream), convincing);
    },
    trust(stream) {
      const key = keyOf(stream);
      const left = (doubts.get(key) ?? 0) - 1;
      if (left > 0) doubts.set(key, left);
      else doubts.delete(key);
    },
  };
}
