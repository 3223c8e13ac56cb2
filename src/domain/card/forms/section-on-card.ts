/** What stands on a section's card beside its buttons: fields for what one click cannot answer, and what a click left owed. */

import { type ChecklistPrompt, promptOf } from '../../checklist/checklist.ts';
import { detailsOwed } from '../../checklist/detail-owed.ts';
import { onceEach } from '../../checklist/once-each.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import { isAsked } from '../../review/asked.ts';
import { currentAnswer, type Item, isOpen, type Review } from '../../review/review.ts';
import type { Field, Form, FormRef } from '../form.ts';
import { promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { revisionOf } from './answering.ts';
import { confirming } from './confirming.ts';
import { mostEntered, responseFields } from './response-fields.ts';

type Page = Pick<Extract<FormRef, { form: 'section' }>, 'section' | 'page'>;

/** Of the prompts the card shows; undefined where buttons do for all of them. */
export function formOnCard(
  { section, page }: Page,
  shown: readonly Item[],
  { scene, rs }: { scene: Scene; rs: ReviewScene },
): Form | undefined {
  const own = isOpen(rs.review)
    ? shown.filter((item) => item.owner === scene.viewer && isAsked(rs.review, rs.checklist, item))
    : [];
  const entered = own.map((item) => ({ item, fields: fieldsOf(rs, item) })).filter(({ fields }) => fields.length > 0);
  if (entered.length === 0) return undefined;
  const seen = Object.fromEntries(entered.map(({ item }) => [item.prompt, revisionOf(item)]));
  return {
    ref: { form: 'section', review: rs.review.id, section, page, seen, onCard: true },
    title: sectionTitle(rs.checklist, section),
    lines: [],
    fields: [...entered.flatMap(({ fields }) => fields), ...confirming(scene, rs)],
    submit: 'Save',
  };
}

function fieldsOf(rs: ReviewScene, item: Item): readonly Field[] {
  const prompt = promptOf(rs.checklist, item.prompt);
  return currentAnswer(item) ? owedFields(item, prompt) : openFields(prompt, rs.review.standards);
}

/** Called by the prompt's number: the card has its words above them, and a reader who jumps from field to field has not. */
function named(prompt: ChecklistPrompt, fields: readonly Field[]): readonly Field[] {
  const place = prompt.number ? `${prompt.number}. ` : `${promptTitle(prompt, 60)}: `;
  return fields.map((field) => ({ ...field, label: `${place}${field.label}` }));
}

const openFields = onceEach((prompt: ChecklistPrompt, standards: Review['standards']): readonly Field[] => {
  if (prompt.answer.kind === 'verdict') return [];
  const entering = { prefix: `${prompt.id}/`, label: 'Answer', beneath: true, owed: true, standards } as const;
  return named(prompt, responseFields(prompt.answer, undefined, entering));
});

/** A part's detail stands in the form of the whole answer. */
const owedFields = onceEach((item: Item, prompt: ChecklistPrompt): readonly Field[] => {
  const given = currentAnswer(item)?.answer;
  const [owed] = given ? detailsOwed(prompt, given) : [];
  if (!owed || owed.part !== undefined) return [];
  const id = `${item.prompt}/detail`;
  const asking = { label: 'Detail', hint: owed.ask, optional: true, owed: true } as const;
  return named(prompt, [{ id, ...asking, input: 'paragraph', most: mostEntered }]);
});
