/** Which answered prompts of this review ask nearly the same, so that one answer can stand for both. */
import type { Checklist, ChecklistPrompt } from '../checklist/checklist.ts';
import type { PromptId } from '../checklist/prompt.ts';
import { currentAnswer } from '../review/review.ts';
import type { Placed } from './placed.ts';

export function sameAsChoices({
  rs: { review, checklist },
  item,
}: Pick<Placed, 'rs' | 'item'>): readonly ChecklistPrompt[] {
  const others = kinIn(checklist).get(item.prompt) ?? [];
  return others.filter(({ id }) => {
    const there = review.items.get(id);
    return there !== undefined && currentAnswer(there) !== undefined;
  });
}

type Kin = ReadonlyMap<PromptId, readonly ChecklistPrompt[]>;
const known = new WeakMap<Checklist, Kin>();

/** Of each prompt those akin to it: every one against every other is too much for every card. */
function kinIn(checklist: Checklist): Kin {
  const { prompts } = checklist;
  const kin =
    known.get(checklist) ?? new Map(prompts.map((one) => [one.id, prompts.filter((other) => akin(one, other))]));
  known.set(checklist, kin);
  return kin;
}

/** Related either way or worded the same; and of one kind, or the answer would not fit. */
function akin(prompt: ChecklistPrompt, other: ChecklistPrompt): boolean {
  const related = prompt.related.includes(other.id) || other.related.includes(prompt.id) || prompt.text === other.text;
  return related && other.id !== prompt.id && JSON.stringify(prompt.answer) === JSON.stringify(other.answer);
}
