/** A modal's state → what was entered, under the fields' own names. */
import { z } from 'zod';
import type { Field, Form, FormValues } from '../../domain/card/form.ts';
import { isBlank } from '../../domain/invisible.ts';
import { limits } from './limits.ts';
import { isMark, shortId } from './short-id.ts';

const option = z.object({ value: z.string() });
const entered = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
});
export const stateSchema = z.object({ values: z.record(z.string(), z.record(z.string(), entered)).default({}) });
export type State = z.infer<typeof stateSchema>;

export function valuesIn({ values }: State): FormValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([block, actions]) =>
      Object.entries(actions)
        .slice(0, 1)
        .map(([action, given]) => [block, enteredIn(action, given)] as const),
    ),
  );
}

/** What was written, and not chosen: to be copied from a form that is no more. */
export function writtenIn({ values }: State): readonly string[] {
  return Object.values(values).flatMap(({ text }) => (text?.value && !isBlank(text.value) ? [text.value] : []));
}

function enteredIn(action: string, given: z.infer<typeof entered>): FormValues[string] {
  const chosen = (given.selected_options ?? []).map(({ value }) => value);
  switch (action) {
    case 'many':
      return chosen;
    case 'tick':
      return chosen.length > 0;
    case 'one':
      return given.selected_option?.value ?? '';
    case 'date':
      return given.selected_date ?? '';
    default:
      // A database cannot keep a zero byte.
      return (given.value ?? '').replaceAll('\0', '');
  }
}

/** Whether some name was too long for Slack, so that only the form can say what it stands for. */
export function hasMarks(values: FormValues): boolean {
  return Object.entries(values).some(([field, value]) =>
    [field, ...(Array.isArray(value) ? value : [value])].some((each) => typeof each === 'string' && isMark(each)),
  );
}

export function resolved(values: FormValues, { fields }: Form): FormValues {
  const byBlock = new Map(fields.map((field) => [shortId(field.id, limits.id), field]));
  return Object.fromEntries(
    Object.entries(values).map(([block, value]) => {
      const field = byBlock.get(block);
      return field ? [field.id, resolvedValue(field, value)] : [block, value];
    }),
  );
}

function resolvedValue(field: Field, value: FormValues[string] | undefined): FormValues[string] {
  if (field.input !== 'one' && field.input !== 'many') return value ?? '';
  const long = (id: string) => field.options.find((option) => shortId(option.id, limits.optionValue) === id)?.id ?? id;
  return Array.isArray(value) ? value.map(long) : long(typeof value === 'string' ? value : '');
}

/** The form as it was sent back, so that nothing entered is lost. */
export function filledWith(field: Field, values: FormValues): Field {
  const value = values[field.id];
  if (value === undefined) return field;
  switch (field.input) {
    case 'one':
    case 'many':
      return { ...field, value: Array.isArray(value) ? value : typeof value === 'string' ? [value] : [] };
    case 'tick':
      return { ...field, value: value === true };
    default:
      return { ...field, value: typeof value === 'string' ? value : '' };
  }
}
