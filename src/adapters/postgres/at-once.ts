/** Several writes in one round trip. */
import { setImmediate } from 'node:timers/promises';
import { type Kysely, type OperationNodeSource, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** An insert, update or delete. */
export type Statement = OperationNodeSource;
/** Statements that may go at once: no two of them touch the same row. */
export type Round = readonly Statement[];

/**
 * Each sees the rows as they were before all of them. Postgres carries out the first one first, so whoever waits for a row of
 * it has not taken any of the others' yet.
 */
export async function atOnce(kysely: Kysely<Tables>, [first, ...others]: Round): Promise<void> {
  if (first) await asOne([first, ...others]).execute(kysely);
}

/** Answers what the first one returns. */
export function asOne<R>([first, ...others]: readonly [Statement, ...Statement[]]): RawBuilder<R> {
  if (others.length === 0) return sql`${first}`;
  const named = others.map((one, at) => sql`${sql.raw(`part_${at}`)} as (${one})`);
  return sql`with ${sql.join(named)} ${first}`;
}

/** With a turn for others between two, which the embedded database alone would not give them. */
export async function oneByOne(kysely: Kysely<Tables>, rounds: readonly Round[]): Promise<void> {
  for (const round of rounds) {
    await setImmediate();
    await atOnce(kysely, round);
  }
}

/** Of each list the first together, then the second of each, and so on. */
export function alongside(...lists: readonly (readonly Statement[])[]): readonly Round[] {
  const rounds = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, at) => lists.flatMap((list) => list[at] ?? []));
}
