/** How a field is called in a sent form: its kind and its id, so that what was typed can be read even when stale. */
import type { Field, FormValues } from '../../domain/card/form.ts';

type Kind = 'text' | 'one' | 'many' | 'tick';

export function nameOfField(field: Field): string {
  return `${kindOf(field)}:${field.id}`;
}

function kindOf(field: Field): Kind {
  return field.input === 'one' || field.input === 'many' || field.input === 'tick' ? field.input : 'text';
}

/** Everything in a form's body that is a field; hidden marks of the page are not. */
export function valuesIn(body: Readonly<Record<string, string | readonly string[]>>): FormValues {
  const values: FormValues = {};
  for (const [name, sent] of Object.entries(body)) {
    const found = /^(text|one|many|tick):(.+)$/s.exec(name);
    if (found?.[2] === undefined) continue;
    const given = (typeof sent === 'string' ? [sent] : sent).filter((value) => value !== '');
    if (found[1] === 'many') values[found[2]] = given.map(readable);
    else if (found[1] === 'tick') values[found[2]] = given.length > 0;
    else values[found[2]] = readable(given.at(-1) ?? '');
  }
  return values;
}

// Browsers send line ends as two signs, and a database cannot keep a zero byte.
function readable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '');
}

/** The form as it was sent back, so that nothing typed is lost. */
export function filledWith(field: Field, values: FormValues): Field {
  const value = values[field.id];
  if (value === undefined) return field;
  switch (field.input) {
    case 'one':
    case 'many':
      return { ...field, value: typeof value === 'string' ? [value] : Array.isArray(value) ? value : [] };
    case 'tick':
      return { ...field, value: value === true };
    default:
      return { ...field, value: typeof value === 'string' ? value : '' };
  }
}
