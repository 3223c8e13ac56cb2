/** Which prompts an ownership form speaks of: one, a section's, or those the person chooses by section. */
import type { ChecklistPrompt } from '../../checklist/checklist.ts';
import { promptOf } from '../../checklist/checklist.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import { isAsked } from '../../review/asked.ts';
import type { Item } from '../../review/review.ts';
import { inOrder } from '../../review/summary.ts';
import type { Field, FormValues, Option } from '../form.ts';
import { placeOf, promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { listIn } from '../sent.ts';
import { count } from '../times.ts';

type Ref = { readonly section?: string; readonly prompt?: string };

/** `movable` are the prompts this person may give away at all. */
export function itemsMeant(ref: Ref, movable: readonly Item[], values: FormValues = {}): readonly Item[] {
  if (ref.prompt !== undefined) return movable.filter(({ prompt }) => prompt === ref.prompt);
  if (ref.section !== undefined) return movable.filter(({ section }) => section === ref.section);
  const chosen = new Set(listIn(values, 'sections'));
  return movable.filter(({ section }) => chosen.has(section));
}

export function movableBy(rs: ReviewScene, may: (item: Item) => boolean): readonly Item[] {
  return inOrder(rs.review, rs.checklist).filter(may);
}

export function meantLines(ref: Ref, rs: ReviewScene, items: readonly Item[]): readonly string[] {
  if (ref.prompt !== undefined) {
    const prompt: ChecklistPrompt = promptOf(rs.checklist, ref.prompt);
    return [`${placeOf(prompt, rs.checklist)}: ${promptTitle(prompt)}`];
  }
  if (ref.section !== undefined) return [`${countOf(rs, items)} of ${sectionTitle(rs.checklist, ref.section)}.`];
  return [];
}

export function sectionsField(ref: Ref, rs: ReviewScene, movable: readonly Item[]): readonly Field[] {
  if (ref.prompt !== undefined || ref.section !== undefined) return [];
  const ids = [...new Set(movable.map(({ section }) => section))];
  const options = ids.map((id): Option => {
    const inside = movable.filter(({ section }) => section === id);
    return { id, label: `${sectionTitle(rs.checklist, id)} (${askedOf(rs, inside) || 'nothing asked now'})` };
  });
  return [{ id: 'sections', label: 'What', hint: 'One or more sections.', input: 'many', options }];
}

/** `2 prompts and 1 not asked now`: what is asked is counted as everywhere else, and what goes along is said. */
function countOf(rs: ReviewScene, items: readonly Item[]): string {
  const asked = askedOf(rs, items);
  const beside = items.length - asked;
  return [...(asked > 0 ? [count(asked, 'prompt')] : []), ...(beside > 0 ? [`${beside} not asked now`] : [])].join(
    ' and ',
  );
}

function askedOf(rs: ReviewScene, items: readonly Item[]): number {
  return items.filter((item) => isAsked(rs.review, rs.checklist, item)).length;
}

/** People of the program. Approvers cannot own prompts, or nobody would be left to sign. */
export function peopleField(scene: Scene, rs: ReviewScene, without: readonly string[]): Field {
  const people = [...scene.people.values()].filter(
    ({ id }) => rs.review.members.includes(id) && !rs.review.approvers.includes(id) && !without.includes(id),
  );
  const options = people.map(({ id, name, title }) => ({ id, label: title ? `${name}, ${title}` : name }));
  return { id: 'to', label: 'To whom', input: 'one', options };
}

export const reasonField: Field = {
  id: 'reason',
  label: 'Why',
  hint: 'The new owner reads it.',
  optional: true,
  input: 'paragraph',
  most: 1_000,
};
