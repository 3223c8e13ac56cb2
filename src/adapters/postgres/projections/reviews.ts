/** The table of reviews. */
import type { Transaction } from 'kysely';
import type { Checklist } from '../../../domain/checklist/checklist.ts';
import type { Tables } from '../tables.ts';
import { reviewRow } from './review-row.ts';
import type { Span } from './span.ts';

export async function projectReview(
  tx: Transaction<Tables>,
  span: Span<'review'>,
  checklist: Checklist,
): Promise<void> {
  const { programId: program, openedAt: opened_at, ...row } = reviewRow(span.after, checklist);
  const values = { ...row, program, opened_at, version: span.head.version };
  const insert = tx.insertInto('reviews').values(values);
  await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute();
}
