/** Form → HTML: a page of its own, or the inside of a dialog. Pure. */

import type { Form, FormRef, FormValues } from '../../domain/card/form.ts';
import type { Refusal } from '../../domain/event.ts';
import { legible } from '../../domain/invisible.ts';
import { filledWith } from './field-names.ts';
import { FieldView } from './render-field.tsx';
import type { Standing } from './standing.ts';

export type FormPlace = Pick<Standing, 'as' | 'place' | 'message' | 'once'> & {
  /** Where "cancel" leads. */
  readonly back: string;
};

export type FormProps = {
  readonly form: Form;
  readonly at: FormPlace;
  /** What was sent, when it was refused. */
  readonly sent?: FormValues;
  readonly refusal?: Refusal;
};

export function FormView({ form, at, sent = {}, refusal }: FormProps) {
  return (
    <form class="form" id="form" method="post" action={`/as/${at.as}/form`} noValidate data-form>
      <Marks at={at} formRef={form.ref} />
      <h1 id="form-title" dir="auto">
        {legible(form.title)}
      </h1>
      {form.lines.length > 0 && <About lines={form.lines} />}
      {refusal && <Refused form={form} refusal={refusal} />}
      {form.fields.map((field) => (
        <FieldView
          key={field.id}
          field={filledWith(field, sent)}
          id={idOf(field.id)}
          wrong={refusal?.fields?.find((wrong) => wrong.field === field.id)?.sentence}
        />
      ))}
      <div class="foot">
        <button class="button primary" type="submit" id="form-submit">
          {legible(form.submit)}
        </button>
        {asksToConfirm(form, refusal) && (
          <button class="button" type="submit" name="tick:confirmed" value="on" id="form-confirm">
            Yes, I mean it
          </button>
        )}
        <a class="button" href={at.back} data-cancel>
          Cancel
        </a>
      </div>
    </form>
  );
}

/** Where the focus of a dialog begins that has nothing to fill in: its title was heard as its name already. */
function About({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div id="form-about" tabindex={-1}>
      {lines.map((line) => (
        <p class="line" key={line} dir="auto">
          {legible(line)}
        </p>
      ))}
    </div>
  );
}

// Most forms bring their own tick for it; the others get a button.
function asksToConfirm(form: Form, refusal: Refusal | undefined): boolean {
  return refusal?.refused === 'needs confirmation' && !form.fields.some((field) => field.id === 'confirmed');
}

function Marks({ at, formRef }: { readonly at: FormPlace; readonly formRef: FormRef }) {
  return (
    <>
      <input type="hidden" name="ref" value={JSON.stringify(formRef)} />
      <input type="hidden" name="message" value={at.message} />
      <input type="hidden" name="place" value={at.place} />
      <input type="hidden" name="once" value={at.once} />
    </>
  );
}

function Refused({ form, refusal }: { readonly form: Form; readonly refusal: Refusal }) {
  const known = (id: string) => form.fields.find((field) => field.id === id);
  return (
    <div class="note refused" role="alert" id="form-refusal">
      <p>{legible(refusal.sentence)}</p>
      {refusal.fields && refusal.fields.length > 0 && (
        <ul>
          {refusal.fields.map(({ field, sentence }) => (
            <li key={field}>
              {known(field) ? <a href={`#${idOf(field)}`}>{legible(sentence)}</a> : legible(sentence)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function idOf(field: string): string {
  return `field-${field.replaceAll(/[^A-Za-z0-9-]/g, '_')}`;
}
