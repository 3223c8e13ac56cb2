/** What a review last said to a prompt, as the next review will offer it. */
import type { LastAnswer } from '../../../domain/review/events.ts';
import { currentAnswer, currentJudgement, type Item, type Review } from '../../../domain/review/review.ts';

/** Undefined while nobody answered it. A judgement stands above the rule's outcome. */
export function lastAnswerOf(review: Review, item: Item): LastAnswer | undefined {
  const given = currentAnswer(item);
  if (!given) return undefined;
  return {
    review: review.id,
    tick: review.tick,
    by: given.by,
    at: given.at,
    answer: given.answer,
    outcome: currentJudgement(item)?.outcome ?? given.outcome,
    carried: given.carried?.times ?? 0,
    ...(given.carried && { givenAt: given.carried.at }),
  };
}
