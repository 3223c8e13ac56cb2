/** Which prompts count: asked, triggered, and neither derived nor still valid. Every score's denominator is here. */
import { type Checklist, type ChecklistPrompt, promptOf } from '../checklist/checklist.ts';
import { onceEach } from '../checklist/once-each.ts';
import type { PromptId } from '../checklist/prompt.ts';
import type { PersonId } from '../event.ts';
import type { ReviewOpened } from './events.ts';
import { type AnyOf, currentAnswer, type Item, type Review } from './review.ts';

type Items = Pick<Review, 'items'>;

/** In the checklist's order: what this review wants an answer to, answered or not. */
export const askedItems = onceEach((review: Items, checklist): readonly Item[] =>
  [...review.items.values()].filter((item) => isAsked(review, checklist, item)),
);

/** What a review would ask that is only about to open, so that a preview counts as the review itself will. */
export function askedAtOpening({ items }: ReviewOpened, checklist: Checklist): readonly Item[] {
  return askedItems({ items: new Map(items.map((item) => [item.prompt, { ...item, answers: [] }])) }, checklist);
}

export function openItems(review: Items, checklist: Checklist, owner?: PersonId): readonly Item[] {
  return askedItems(review, checklist).filter(
    (item) => !currentAnswer(item) && (owner === undefined || item.owner === owner),
  );
}

/** The first of them, without looking at what is answered. */
export function firstOpenItem(review: Review, checklist: Checklist): Item | undefined {
  for (const item of review.items.values()) {
    if (!currentAnswer(item) && isAsked(review, checklist, item)) return item;
  }
  return undefined;
}

/** Whether anything stays open whatever these are answered: most of a review does, and needs no look at the state after. */
export function isLeftOpen(review: Review, checklist: Checklist, answered: ReadonlySet<PromptId>): boolean {
  for (const item of review.items.values()) {
    const depends = answered.has(item.prompt) || promptOf(checklist, item.prompt).askedIf !== undefined;
    if (!depends && !currentAnswer(item) && isAsked(review, checklist, item)) return true;
  }
  return false;
}

export function isAsked(review: AnyOf<Items>, checklist: Checklist, item: Item): boolean {
  if (item.asked === undefined) return false;
  const prompt = promptOf(checklist, item.prompt);
  return prompt.outcome.by !== 'sub-questions' && isCalledFor(review, prompt);
}

/** Whether the answer before it calls for this one. Untriggered is not asked, and outside every denominator. */
export function isTriggered(review: AnyOf<Items>, checklist: Checklist, item: Item): boolean {
  return isCalledFor(review, promptOf(checklist, item.prompt));
}

function isCalledFor(review: AnyOf<Items>, { askedIf }: ChecklistPrompt): boolean {
  if (!askedIf) return true;
  const condition = review.items.get(askedIf.prompt);
  const given = condition && (currentAnswer(condition)?.answer ?? condition.last?.answer);
  return (
    given?.status === 'answered' &&
    given.response.kind === 'verdict' &&
    askedIf.verdict.includes(given.response.verdict)
  );
}
