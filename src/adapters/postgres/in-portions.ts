/** Many rows, some at a time: a statement takes some ten thousand parameters, and on PGlite it holds the thread. */
import { setImmediate } from 'node:timers/promises';

/** Some 10 ms on PGlite. */
const portion = 100;

/** What is made of each portion, in order. */
export function portions<T, R>(all: readonly T[], make: (some: readonly T[]) => R): readonly R[] {
  const count = Math.ceil(all.length / portion);
  return Array.from({ length: count }, (_, at) => make(all.slice(at * portion, (at + 1) * portion)));
}

/** One portion after the other, with a turn for others between two. What they answer, in order. */
export async function inPortions<T, R>(
  all: readonly T[],
  ask: (some: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += portion) {
    if (from > 0) await setImmediate();
    answers.push(...(await ask(all.slice(from, from + portion))));
  }
  return answers;
}
