/** The outcome of a prompt that only sums up others: shown, and outside every denominator. */
import { worst } from '../checklist/outcome.ts';
import type { Outcome } from '../checklist/outcome-rule.ts';
import type { PromptId } from '../checklist/prompt.ts';
import type { Review } from './review.ts';
import { finalOutcome } from './summary-outcome.ts';

/** The worst of those answered; undefined while one that counts is unanswered and none falls short. */
export function derivedOutcome(review: Review, prompts: readonly PromptId[]): Outcome | undefined {
  const outcomes = prompts.map((id) => {
    const item = review.items.get(id);
    return item && (finalOutcome(item) ?? (item.asked ? undefined : item.last?.outcome));
  });
  const known = outcomes.filter((outcome) => outcome !== undefined);
  if (known.includes('falls short')) return 'falls short';
  return known.length < outcomes.length ? undefined : worst(known);
}
