/** A review as lists show it. */
import type { Checklist } from '../../../domain/checklist/checklist.ts';
import { askedItems } from '../../../domain/review/asked.ts';
import { currentAnswer, type Review } from '../../../domain/review/review.ts';
import type { ReviewRow } from '../../../flow/ports/readings.ts';

export function reviewRow(review: Review, checklist: Checklist): ReviewRow {
  const { id, programId, title, status, openedAt, due, deadline, demo } = review;
  const asked = askedItems(review, checklist);
  const answered = asked.filter((item) => currentAnswer(item) !== undefined).length;
  return { id, programId, title, status, openedAt, due, deadline, asked: asked.length, answered, demo };
}
