/** What the database said last of its time and its redactions, so that the next act need not ask before it writes. */
import type { Stream } from '../../domain/event.ts';
import { keyOf } from './state-cache.ts';

export type Said = {
  /** Its time with the demo's offset, in milliseconds since 1970. */
  readonly now: number;
  readonly redactions: number;
};
export type LastSaid = {
  hear(said: Said): void;
  /** With the time that has passed here since. Only a guess: whoever writes has it checked in the same statement. */
  guess(stream: Stream): Said | undefined;
  /** Somebody else writes this stream too, so for a while nothing is guessed about it. */
  doubt(stream: Stream): void;
};

/** Milliseconds: as long as two processes are likely to write in turn. */
const aWhile = 10_000;

export function lastSaid(): LastSaid {
  let last: (Said & { readonly heard: number }) | undefined;
  const doubted = new Map<string, number>();

  function isDoubted(key: string): boolean {
    const since = doubted.get(key);
    if (since === undefined) return false;
    if (performance.now() - since < aWhile) return true;
    doubted.delete(key);
    return false;
  }

  return {
    hear(said) {
      last = { ...said, heard: performance.now() };
    },
    guess(stream) {
      if (!last || isDoubted(keyOf(stream))) return undefined;
      return { now: last.now + performance.now() - last.heard, redactions: last.redactions };
    },
    doubt: (stream) => void doubted.set(keyOf(stream), performance.now()),
  };
}
