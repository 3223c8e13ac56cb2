/** A form in a message of its own: for who typed a command, or pressed where everybody reads along. */
import type { FormRef } from '../../domain/card/form.ts';
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Address } from './connector.ts';
import { hold } from './holding.ts';
import type { OpenKit } from './kit.ts';
import { noting } from './noting.ts';
import { renderNote } from './render.ts';
import { renderForm } from './render-form.ts';
import { postReply } from './replying.ts';
import { refOf } from './spot.ts';

export async function postForm(kit: OpenKit, person: Person, address: Address, ref: FormRef): Promise<void> {
  const form = await kit.desk.form(ref, person.id);
  // Nobody types into a refusal, so it need not be kept as it is.
  if (isRefusal(form)) {
    await postReply(kit, address, renderNote({ sentence: form.sentence, refused: true }));
    return;
  }
  const card = await postReply(kit, address, renderForm({ form }));
  await noting(kit, () => hold(kit, refOf({ address, card }), {}));
}
