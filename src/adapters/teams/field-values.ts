/** What was entered, out of a button's data, under the fields' own names. */
import { z } from 'zod';
import type { Field, FormValues } from '../../domain/card/form.ts';
import { carried } from './text.ts';

const anyData = z.record(z.string(), z.unknown()).catch({});
const listedIds = z.array(z.string());

export function valuesIn(data: unknown): FormValues {
  const given = anyData.parse(data);
  const values = nothingIn(given[standing]);
  for (const [name, sent] of Object.entries(given)) {
    const [, kind, id] = /^(text|one|many|tick):(.+)$/s.exec(name) ?? [];
    if (kind === undefined || id === undefined || isInherited(id)) continue;
    values[carried(id)] = entered(kind, typeof sent === 'string' || typeof sent === 'number' ? String(sent) : '');
  }
  return values;
}

/** The name of the field nobody sees, which lists those beside it that had something in them. */
export const standing = 'standing';

function nothingIn(listed: unknown): FormValues {
  if (typeof listed !== 'string') return {};
  try {
    const ids = listedIds.parse(JSON.parse(listed));
    return Object.fromEntries(ids.filter((id) => !isInherited(id)).map((id) => [carried(id), '']));
  } catch {
    return {};
  }
}

/** A name that every object answers to, as `constructor`; no field of ours is called that. */
function isInherited(id: string): boolean {
  return carried(id) in {};
}

function entered(kind: string, sent: string): FormValues[string] {
  switch (kind) {
    case 'tick':
      return sent === 'true';
    case 'many':
      return sent
        .split(',')
        .filter((each) => each !== '')
        .map(decoded);
    case 'one':
      // As a list, so that it is not taken for words.
      return sent === '' ? '' : [decoded(sent)];
    default:
      return carried(sent.replaceAll('\r\n', '\n'));
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value).replaceAll('\0', '');
  } catch {
    return '';
  }
}

/** The form as it was sent back, so that nothing entered is lost. */
export function filledWith(field: Field, values: FormValues): Field {
  const value = values[field.id];
  if (value === undefined) return field;
  switch (field.input) {
    case 'one':
    case 'many':
      return {
        ...field,
        value: Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [],
      };
    case 'tick':
      return { ...field, value: value === true };
    default:
      return { ...field, value: typeof value === 'string' ? value : '' };
  }
}

/** Whether something stands in it as it is shown. */
export function isFilled(field: Field, entered: FormValues): boolean {
  const { value } = filledWith(field, entered);
  return value === true || (value !== undefined && value !== false && value.length > 0);
}

/** As an untouched form is sent. */
export function prefilled(fields: readonly Field[]): FormValues {
  return Object.fromEntries(
    fields.flatMap(({ id, value }) =>
      value === undefined ? [] : [[id, typeof value === 'object' ? [...value] : value]],
    ),
  );
}

/** What was written among it, for a form that can no longer be shown; nothing that was chosen. */
export function typedIn(values: FormValues): readonly string[] {
  return Object.values(values).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}
