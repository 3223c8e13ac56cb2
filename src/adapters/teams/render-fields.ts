/** Fields as they stand on a card, with what was entered and what is wrong with it; and which of them stand somewhere. */
import type { Field, FormValues } from '../../domain/card/form.ts';
import type { Refusal } from '../../domain/event.ts';
import type { Element } from './adaptive-card.ts';
import { filledWith } from './field-values.ts';
import { inputOf, type Saying } from './render-field.ts';
import { clipped, rich, run } from './text.ts';

export type Entering = { readonly entered: FormValues; readonly refusal: Refusal | undefined };

export function fieldElements(given: Field, most: Saying, { entered, refusal }: Entering): readonly Element[] {
  const field = filledWith(given, entered);
  const wrong = (refusal?.fields ?? []).filter((each) => each.field === field.id);
  const said = wrong.map(({ sentence }) =>
    rich([run(`⚠ ${clipped(sentence, 400)}`, { color: 'Attention', weight: 'Bolder' })]),
  );
  const input = inputOf(field, most);
  return [...said, input ?? rich([run(`${clipped(field.label, 400)}: there is nothing to choose from.`)])];
}

/** In the form of a section and on its card, fields are named after their prompts. */
export function promptIn({ id }: Pick<Field, 'id'>): string {
  const end = id.indexOf('/');
  return end < 0 ? id : id.slice(0, end);
}

export function fieldIdsIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === 'Container') return fieldIdsIn(element.items);
    return 'id' in element ? [element.id.slice(element.id.indexOf(':') + 1)] : [];
  });
}
