/** The newest answer to each prompt of a program: that of its newest review which answered it. */
import type { Item, Review } from '../../../domain/review/review.ts';
import type { Statement } from '../at-once.ts';
import { portions } from '../in-portions.ts';
import { rowsInto } from '../rows-into.ts';
import { sealEvent } from '../sealing.ts';
import type { Tables } from '../tables.ts';
import { lastAnswerOf } from './last-answer.ts';
import type { Span } from './span.ts';

export function projectLastAnswers(span: Span<'review'>): readonly Statement[] {
  const { before, after } = span;
  const changed = [...after.items.values()].filter((item) => before?.items.get(item.prompt) !== item);
  // Always in the same order, so that two reviews of one program do not wait for each other.
  const rows = lastAnswerRows(after, changed).toSorted((a, b) => (a.prompt < b.prompt ? -1 : 1));
  return portions(rows, keepNewest);
}

export function lastAnswerRows(review: Review, items: readonly Item[]): readonly Tables['last_answers'][] {
  return items.flatMap((item) => {
    const answer = lastAnswerOf(review, item);
    if (!answer) return [];
    // Only seals are kept here too, so that a redaction reaches every copy.
    const { body } = sealEvent(answer);
    return [{ program: review.programId, prompt: item.prompt, tick: review.tick, review: review.id, answer: body }];
  });
}

/** The newest review's stands, whichever is written last. */
function keepNewest(rows: readonly Tables['last_answers'][]): Statement {
  return rowsInto('last_answers', rows, {
    key: ['program', 'prompt'],
    take: ['tick', 'review', 'answer'],
    where: '(excluded.tick, excluded.review) >= (last_answers.tick, last_answers.review)',
  });
}
