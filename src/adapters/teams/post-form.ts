/** A form in a message of its own: for who typed a command, or pressed where everybody reads along. */
import type { FormRef } from '../../domain/card/form.ts';
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Address } from './connector.ts';
import { hold } from './forms.ts';
import type { OpenKit } from './kit.ts';
import { renderNote } from './render.ts';
import { renderForm } from './render-form.ts';

export async function postForm(kit: OpenKit, person: Person, address: Address, ref: FormRef): Promise<void> {
  const form = await kit.desk.form(ref, person.id);
  const rendered = isRefusal(form) ? renderNote({ sentence: form.sentence, refused: true }) : renderForm({ form });
  const card = await kit.connector.post(address, rendered.card, rendered.summary);
  await hold(kit, { address, card, mark: undefined });
}
