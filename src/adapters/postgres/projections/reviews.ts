/** The table of reviews. */
import type { Checklist } from '../../../domain/checklist/checklist.ts';
import type { Statement } from '../at-once.ts';
import { rowsInto } from '../rows-into.ts';
import { reviewRow } from './review-row.ts';
import type { Span } from './span.ts';

const take = ['title', 'status', 'due', 'deadline', 'asked', 'answered', 'demo', 'version'] as const;

export function projectReview(span: Span<'review'>, checklist: Checklist): Statement {
  const { programId: program, openedAt: opened_at, ...row } = reviewRow(span.after, checklist);
  const values = { ...row, program, opened_at, version: span.head.version };
  return rowsInto('reviews', [values], { key: ['id'], take });
}
