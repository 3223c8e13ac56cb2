/** Looks up the newest answer to each prompt of a program. */
import type { Kysely } from 'kysely';
import { sealsIn } from '../../domain/chain.ts';
import { type LastAnswer, lastAnswer } from '../../domain/review/events.ts';
import { textsOf } from './read-links.ts';
import { unsealBody } from './sealing.ts';
import type { Tables } from './tables.ts';

export async function lastAnswers(kysely: Kysely<Tables>, program: string): Promise<ReadonlyMap<string, LastAnswer>> {
  const all = kysely.selectFrom('last_answers').select(['prompt', 'answer']).where('program', '=', program);
  const rows = await all.orderBy('prompt').execute();
  const texts = await textsOf(kysely, new Set(rows.flatMap(({ answer }) => [...sealsIn(answer)])));
  return new Map(
    rows.map(({ prompt, answer }) => [prompt, lastAnswer.parse(unsealBody(JSON.parse(answer), texts))] as const),
  );
}
