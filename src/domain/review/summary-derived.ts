/** The outcome of a prompt that only sums up others: shown, and outside every denominator. */
import type { Outcome } from '../checklist/outcome-rule.ts';
import type { PromptId } from '../checklist/prompt.ts';
import type { Review } from './review.ts';
import { finalOutcome } from './summary-outcome.ts';

const worstFirst = ['falls short', 'to be judged', 'meets', 'informational'] as const;

/** The worst of those answered; undefined while one that counts is unanswered and none falls short. */
export function derivedOutcome(review: Review, prompts: readonly PromptId[]): Outcome | undefined {
  const outcomes = prompts.map((id) => {
    const item = review.items.get(id);
    return item && (finalOutcome(item) ?? (item.asked ? undefined : item.last?.outcome));
  });
  if (outcomes.includes('falls short')) return 'falls short';
  if (outcomes.includes(undefined)) return undefined;
  return worstFirst.find((outcome) => outcomes.includes(outcome));
}
