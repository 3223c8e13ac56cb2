/** What somebody typed into a form that no longer is: shown to be copied, since nothing typed may be lost. */
import type { FormValues } from '../../domain/card/form.ts';

export function Typed({ values }: { readonly values: FormValues }) {
  const written = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  if (written.length === 0) return null;
  return (
    <section class="typed" aria-labelledby="typed-title">
      <h2 id="typed-title">What you typed</h2>
      {written.map(([id, text]) => (
        <div class="field" key={id}>
          <label for={`typed-${id}`}>{id}</label>
          <textarea id={`typed-${id}`} readOnly rows={3} dir="auto">
            {text}
          </textarea>
        </div>
      ))}
    </section>
  );
}
