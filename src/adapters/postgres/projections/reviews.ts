/** The table of reviews. */
import type { Kysely } from 'kysely';
import type { Checklist } from '../../../domain/checklist/checklist.ts';
import type { Statement } from '../at-once.ts';
import type { Tables } from '../tables.ts';
import { reviewRow } from './review-row.ts';
import type { Span } from './span.ts';

export function projectReview(kysely: Kysely<Tables>, span: Span<'review'>, checklist: Checklist): Statement {
  const { programId: program, openedAt: opened_at, ...row } = reviewRow(span.after, checklist);
  const values = { ...row, program, opened_at, version: span.head.version };
  const insert = kysely.insertInto('reviews').values(values);
  return insert.onConflict((conflict) => conflict.column('id').doUpdateSet(values));
}
