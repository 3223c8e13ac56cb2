/** Which answered prompts of this review ask nearly the same, so that one answer can stand for both. */
import { type ChecklistPrompt, promptOf } from '../checklist/checklist.ts';
import { currentAnswer, type Item } from '../review/review.ts';
import type { ReviewScene } from './scene.ts';

export function sameAsChoices({
  rs,
  item,
}: {
  readonly rs: ReviewScene;
  readonly item: Item;
}): readonly ChecklistPrompt[] {
  const prompt = promptOf(rs.checklist, item.prompt);
  return rs.checklist.prompts.filter((other) => {
    if (other.id === prompt.id || !akin(prompt, other)) return false;
    const there = rs.review.items.get(other.id);
    return there !== undefined && currentAnswer(there) !== undefined;
  });
}

/** Related either way or worded the same; and of one kind, or the answer would not fit. */
function akin(prompt: ChecklistPrompt, other: ChecklistPrompt): boolean {
  const related = prompt.related.includes(other.id) || other.related.includes(prompt.id) || prompt.text === other.text;
  return related && JSON.stringify(prompt.answer) === JSON.stringify(other.answer);
}
