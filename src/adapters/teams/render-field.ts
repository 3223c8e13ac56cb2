/** One field of a form → an input. Its name says its kind, so that what comes back is read without asking what was sent. */
import type { Field } from '../../domain/card/form.ts';
import type { Choice, Input } from './adaptive-card.ts';
import { limits } from './limits.ts';
import { carried, clipped, inert } from './text.ts';

/** How much is said of a field and of each thing to choose, in letters. What was entered is never cut. */
export type Saying = { readonly label: number; readonly option: number };

export function inputOf(field: Field, most: Saying): Input | undefined {
  const named = { id: nameOf(field), label: labelOf(field, most.label) };
  switch (field.input) {
    case 'line':
    case 'link':
      return {
        ...named,
        type: 'Input.Text',
        ...longest(field),
        ...entered(field.value),
        ...(field.input === 'link' && { style: 'url' as const }),
      };
    case 'paragraph':
      return { ...named, type: 'Input.Text', isMultiline: true, ...longest(field), ...entered(field.value) };
    case 'number':
      return {
        ...named,
        type: 'Input.Text',
        ...(field.unit?.trim() && { placeholder: clipped(field.unit, 100) }),
        ...entered(field.value),
      };
    case 'date':
      return { ...named, type: 'Input.Date', ...(isDate(field.value) && { value: field.value }) };
    case 'one':
    case 'many':
      return choiceSet(named, field, most.option);
    case 'tick':
      return {
        id: named.id,
        type: 'Input.Toggle',
        title: inert(named.label, most.label),
        value: field.value ? 'true' : 'false',
        wrap: true,
      };
    default:
      return field satisfies never;
  }
}

/** `text:note`, `many:clouds`. */
export function nameOf({ id, input }: Pick<Field, 'id' | 'input'>): string {
  return `${input === 'one' || input === 'many' || input === 'tick' ? input : 'text'}:${id}`;
}

function labelOf({ label, optional, owed, hint }: Field, most: number): string {
  const said = clipped(label.replaceAll(/\s+/g, ' '), most) + (optional && !owed ? ' (optional)' : '');
  return hint?.trim() ? `${said} – ${clipped(hint.replaceAll(/\s+/g, ' '), most)}` : said;
}

// A longer text than the input takes must not be cut: Teams would send back only its beginning.
function longest(field: Field): { maxLength?: number } {
  const { most = limits.entered, value } = field as { most?: number; value?: string };
  return { maxLength: Math.max(1, most, value?.length ?? 0) };
}

function entered(value: string | undefined): { value?: string } {
  return value === undefined || value === '' ? {} : { value: carried(value) };
}

function isDate(value: string | undefined): value is string {
  return (
    value !== undefined &&
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function choiceSet(
  named: { id: string; label: string },
  field: Extract<Field, { input: 'one' | 'many' }>,
  most: number,
): Input | undefined {
  const unique = new Map(field.options.slice(0, limits.options).map(({ id, label }) => [choiceValue(id), label]));
  const choices = [...unique].map(([value, label]): Choice => ({ title: inert(label, most), value }));
  if (choices.length === 0) return undefined;
  const chosen = (field.value ?? []).map(choiceValue).filter((value) => unique.has(value));
  const several = field.input === 'many';
  return {
    ...named,
    type: 'Input.ChoiceSet',
    choices,
    style: several || choices.length <= limits.expanded ? 'expanded' : 'compact',
    wrap: true,
    ...(several && { isMultiSelect: true as const }),
    ...(chosen.length > 0 && { value: several ? chosen.join(',') : (chosen[0] ?? '') }),
  };
}

/** Several are sent with commas between them, so none may hold one. */
function choiceValue(id: string): string {
  return encodeURIComponent(carried(id)) || '%00';
}
