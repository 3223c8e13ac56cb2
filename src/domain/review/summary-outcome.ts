/** What the answer that counts amounts to: a reviewer's judgement stands above the checklist's rule. */
import type { Outcome } from '../checklist/outcome-rule.ts';
import { currentAnswer, currentJudgement, type Item } from './review.ts';

/** Undefined while nobody answered: that is no outcome, and never "meets". */
export function finalOutcome(item: Item): Outcome | undefined {
  return currentJudgement(item)?.outcome ?? currentAnswer(item)?.outcome;
}
