/** One field of a form. Its name says its kind, so that what comes back can be read without asking what was sent. */

import type { Field, Option } from '../../domain/card/form.ts';
import { legible } from '../../domain/invisible.ts';
import { nameOfField } from './field-names.ts';

export type FieldProps = {
  readonly field: Field;
  readonly id: string;
  /** What to mend here, after a refusal. */
  readonly wrong?: string | undefined;
};

/** From here on a list to choose from is easier than a column of circles. */
const mostRadios = 7;

export function FieldView(props: FieldProps) {
  const { field } = props;
  switch (field.input) {
    case 'one':
    case 'many':
      return manyToChooseFrom(field) ? <Select {...props} field={field} /> : <Choices {...props} field={field} />;
    case 'tick':
      return <Tick {...props} field={field} />;
    default:
      return <Written {...props} field={field} />;
  }
}

function manyToChooseFrom(field: Of<'one' | 'many'>['field']): boolean {
  return field.input === 'one' && field.options.length > mostRadios;
}

type Of<K extends Field['input']> = Omit<FieldProps, 'field'> & { readonly field: Extract<Field, { input: K }> };

function Written({ field, id, wrong }: Of<'line' | 'paragraph' | 'date' | 'link' | 'number'>) {
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>
        <Label field={field} />
      </label>
      <Beside field={field} id={id} wrong={wrong} />
      {field.input === 'paragraph' ? (
        <textarea {...common(field, id, wrong)} rows={4} maxLength={field.most} dir="auto">
          {field.value ?? ''}
        </textarea>
      ) : (
        <span class="with-unit">
          <input
            {...common(field, id, wrong)}
            {...kinds[field.input]}
            value={field.value ?? ''}
            maxLength={mostOf(field)}
          />
          {field.input === 'number' && field.unit && <span>{legible(field.unit)}</span>}
        </span>
      )}
    </div>
  );
}

// A number is typed as text: a browser would throw away what it cannot read, and nothing typed may be lost.
const kinds = {
  line: { type: 'text', dir: 'auto' },
  date: { type: 'date' },
  link: { type: 'url', inputMode: 'url', placeholder: 'https://' },
  number: { type: 'text', inputMode: 'decimal', class: 'short' },
} as const;

function mostOf(field: Field): number | undefined {
  return 'most' in field ? field.most : undefined;
}

function Select({ field, id, wrong }: Of<'one' | 'many'>) {
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>
        <Label field={field} />
      </label>
      <Beside field={field} id={id} wrong={wrong} />
      <select {...common(field, id, wrong)}>
        <option value="">Choose one</option>
        {field.options.map((option) => (
          <option key={option.id} value={option.id} selected={field.value?.includes(option.id)}>
            {legible(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Choices({ field, id, wrong }: Of<'one' | 'many'>) {
  return (
    <fieldset class={wrong ? 'field wrong' : 'field'} aria-describedby={describedBy(field, id, wrong)}>
      <legend>
        <Label field={field} />
      </legend>
      <Beside field={field} id={id} wrong={wrong} />
      {/* Nothing ticked sends nothing: this says that the field was there and left empty. */}
      <input type="hidden" name={nameOfField(field)} value="" />
      <div class="choices">
        {field.options.map((option, index) => (
          <Choice
            key={option.id}
            field={field}
            option={option}
            id={index === 0 ? id : `${id}-${index}`}
            wrong={wrong}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ field, option, id, wrong }: Of<'one' | 'many'> & { readonly option: Option }) {
  return (
    <label class="choice">
      <input
        type={field.input === 'one' ? 'radio' : 'checkbox'}
        id={id}
        name={nameOfField(field)}
        value={option.id}
        checked={field.value?.includes(option.id) ?? false}
        aria-invalid={wrong ? true : undefined}
      />
      <span dir="auto">{legible(option.label)}</span>
    </label>
  );
}

function Tick({ field, id, wrong }: Of<'tick'>) {
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <input type="hidden" name={nameOfField(field)} value="" />
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={nameOfField(field)}
          value="on"
          checked={field.value ?? false}
          aria-describedby={describedBy(field, id, wrong)}
          aria-invalid={wrong ? true : undefined}
        />
        <span dir="auto">{legible(field.label)}</span>
      </label>
      <Beside field={field} id={id} wrong={wrong} />
    </div>
  );
}

function Label({ field }: { readonly field: Field }) {
  return (
    <>
      <bdi>{legible(field.label)}</bdi>
      {field.optional && !field.owed && <span class="optional"> optional</span>}
    </>
  );
}

function Beside({ field, id, wrong }: FieldProps) {
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${id}-hint`} dir="auto">
          {legible(field.hint)}
        </p>
      )}
      {wrong && (
        <p class="error" id={`${id}-error`}>
          {legible(wrong)}
        </p>
      )}
    </>
  );
}

function common(field: Field, id: string, wrong: string | undefined) {
  return {
    id,
    name: nameOfField(field),
    required: !field.optional,
    'aria-describedby': describedBy(field, id, wrong),
    'aria-invalid': wrong ? (true as const) : undefined,
  };
}

function describedBy(field: Field, id: string, wrong: string | undefined): string | undefined {
  const ids = [wrong && `${id}-error`, field.hint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
