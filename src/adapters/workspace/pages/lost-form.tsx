/** A form that cannot be shown or recorded any more, with what was typed into it, to be copied. */
import type { FormValues } from '../../../domain/card/form.ts';
import { Typed } from '../render-typed.tsx';

type LostFormProps = { readonly sentence: string; readonly values: FormValues; readonly back: string };

export function LostForm({ sentence, values, back }: LostFormProps) {
  return (
    <div class="form" id="form" data-lost>
      <h1 id="form-title" tabindex={-1}>
        Not recorded
      </h1>
      <div class="note refused" role="alert">
        <p>{sentence}</p>
      </div>
      <Typed values={values} />
      <div class="foot">
        <a class="button primary" href={back} data-cancel>
          Back to the conversation
        </a>
      </div>
    </div>
  );
}
