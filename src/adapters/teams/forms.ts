/** Forms stand in the message they were opened from, and are taken back there. What was entered is never lost. */
import type { Form, FormRef, FormValues } from '../../domain/card/form.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Actor } from '../../flow/desk.ts';
import { prefilled, typedIn } from './field-values.ts';
import { hold, letGo } from './holding.ts';
import type { OpenKit } from './kit.ts';
import { ownRow } from './own-row.ts';
import type { Rendered } from './render.ts';
import { renderForm } from './render-form.ts';
import { showIn } from './showing.ts';
import { refOf, type Spot } from './spot.ts';
import { isTooMuch, isTyped, keptWith, without, withPage } from './unsaved.ts';

type Opened = { readonly ref: FormRef; readonly typed: FormValues };

/** `typed` was entered on the card whose place the form takes. */
export async function openForm(kit: OpenKit, person: Person, spot: Spot, { ref, typed }: Opened): Promise<Rendered> {
  const there = await ownRow(kit, person, spot);
  const kept = there && (await keptWith(kit, there, typed));
  const form = await kit.desk.form(ref, person.id);
  if (isRefusal(form)) return showIn(kit, person, spot, { note: { sentence: form.sentence, refused: true }, typed });
  await hold(kit, refOf(spot), {});
  const sent = { ...prefilled(form.fields), ...ofPrompt(form, { ...kept?.unsaved, ...typed }) };
  return renderForm({ form, sent });
}

/** What was entered for that prompt on a card, under the names its own form gives the fields. */
function ofPrompt({ ref, fields }: Form, unsaved: FormValues): FormValues {
  const prompt = 'prompt' in ref ? ref.prompt : undefined;
  const entered = fields.flatMap(({ id }) => {
    const value = unsaved[`${prompt}/${id}`];
    return value !== undefined && isTyped({ value }) ? [[id, value] as const] : [];
  });
  return Object.fromEntries(entered);
}

export type Sent = {
  readonly ref: FormRef;
  readonly values: FormValues;
  readonly shown?: readonly string[] | undefined;
};

/** Another page of the form, with what was entered on the one before. */
export async function leafForm(
  kit: OpenKit,
  person: Person,
  spot: Spot,
  { to, ...page }: Sent & { readonly to: number },
): Promise<Rendered> {
  const form = await kit.desk.form(page.ref, person.id);
  const others = await othersOf(kit, person, spot, page);
  const sent = whole(form, page, others ?? {});
  if (isRefusal(form) || !others) {
    return again(kit, person, spot, { ref: page.ref, values: sent, refusal: isRefusal(form) ? form : forgotten });
  }
  await holdWith(kit, spot, sent);
  return renderForm({ form, sent, page: to });
}

/** What was entered on the form's other pages; undefined once nobody knows. */
async function othersOf(kit: OpenKit, person: Person, spot: Spot, { shown }: Sent): Promise<FormValues | undefined> {
  const there = refOf(spot);
  if (!shown || !there) return {};
  await ownRow(kit, person, spot);
  return kit.conversations.enteredIn(there);
}

/** With all that was entered so far; of a client that sends more without end it stays as it was. */
async function holdWith(kit: OpenKit, spot: Spot, entered: FormValues): Promise<void> {
  await hold(kit, refOf(spot), isTooMuch(kit, spot.card, entered) ? undefined : entered);
}

/** What stands on the form's other pages is as it was entered there, or as it was when the form was opened. */
function whole(form: Form | Refusal, { values, shown }: Sent, others: FormValues): FormValues {
  if (!shown) return values;
  return withPage({ ...(isRefusal(form) ? {} : prefilled(form.fields)), ...others }, values, shown);
}

export async function sendForm(
  kit: OpenKit,
  actor: Actor & { person: Person },
  spot: Spot,
  sent: Sent,
): Promise<Rendered> {
  const { person, ...by } = actor;
  const others = await othersOf(kit, person, spot, sent);
  const values = sent.shown ? whole(await kit.desk.form(sent.ref, person.id), sent, others ?? {}) : sent.values;
  if (!others) return again(kit, person, spot, { ref: sent.ref, values, refusal: forgotten });
  const outcome = await kit.desk.submit(sent.ref, values, by);
  if (isRefusal(outcome)) return again(kit, person, spot, { ref: sent.ref, values, refusal: outcome });
  await letGo(kit, refOf(spot), spot.pressed);
  const there = await ownRow(kit, person, spot);
  if (there) await without(kit, there, stoodIn(sent.ref, there.unsaved));
  const note = { sentence: outcome.sentence, refused: false };
  return showIn(kit, person, spot, { view: outcome.view, note, asOf: outcome.asOf });
}

/** What was entered on the card and stood in that form, filled in or emptied there. */
function stoodIn(ref: FormRef, unsaved: FormValues = {}): readonly string[] {
  if (ref.form !== 'answer' && ref.form !== 'detail') return [];
  const of = ref.form === 'detail' ? `${ref.prompt}/detail` : `${ref.prompt}/`;
  return Object.keys(unsaved).filter((id) => id.startsWith(of));
}

/** Saved as it is, the form would say that everything is. */
const forgotten: Refusal = {
  refused: 'stale',
  sentence: 'What was entered on the other pages is not known any more. Look through them, and send the form again.',
};

/** The same form as things stand now, with what was entered, and why it was not taken. */
async function again(
  kit: OpenKit,
  person: Person,
  spot: Spot,
  sent: Sent & { readonly refusal: Refusal },
): Promise<Rendered> {
  const { ref, values, refusal } = sent;
  const form = await kit.desk.form(ref, person.id);
  if (!isRefusal(form) && form.fields.length > 0) {
    await holdWith(kit, spot, values);
    return renderForm({ form, refusal, sent: values });
  }
  await letGo(kit, refOf(spot), spot.pressed);
  // Why there is no form any more is what counts then, and not what was missing in it.
  const { sentence } = isRefusal(form) ? form : refusal;
  const note = { sentence, refused: true, typed: typedIn(values) };
  return showIn(kit, person, spot, { note });
}
