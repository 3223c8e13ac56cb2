/** Forms stand in the message they were opened from, and are taken back there. What was entered is never lost. */
import type { FormRef, FormValues } from '../../domain/card/form.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Actor } from '../../flow/desk.ts';
import { withPage } from './drafts.ts';
import { prefilled, typedIn } from './field-values.ts';
import { hold, letGo } from './holding.ts';
import type { OpenKit } from './kit.ts';
import type { Rendered } from './render.ts';
import { renderForm } from './render-form.ts';
import { refOf, type Spot, showIn } from './showing.ts';

export async function openForm(kit: OpenKit, person: Person, spot: Spot, ref: FormRef): Promise<Rendered> {
  const form = await kit.desk.form(ref, person.id);
  if (isRefusal(form)) return showIn(kit, person, spot, { note: { sentence: form.sentence, refused: true } });
  await hold(kit, refOf(spot));
  // An update that comes after the form would take it away.
  const there = refOf(spot);
  if (there) await kit.keeping.idle(there);
  if (there) kit.drafts.form.drop(there);
  return renderForm({ form });
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
  const sent = await withOthers(kit, person, spot, page);
  const form = await kit.desk.form(page.ref, person.id);
  if (isRefusal(form)) return again(kit, person, spot, { ref: page.ref, values: sent, refusal: form });
  const there = refOf(spot);
  if (there) kit.drafts.form.set(there, sent);
  await hold(kit, refOf(spot));
  return renderForm({ form, sent, page: to });
}

/** What stands on the form's other pages: as it was entered there, or as it was when the form was opened. */
async function withOthers(kit: OpenKit, person: Person, spot: Spot, { ref, values, shown }: Sent): Promise<FormValues> {
  if (!shown) return values;
  const form = await kit.desk.form(ref, person.id);
  const there = refOf(spot);
  const before = (there && kit.drafts.form.of(there)) ?? {};
  return withPage({ ...(isRefusal(form) ? {} : prefilled(form.fields)), ...before }, values, shown);
}

export async function sendForm(
  kit: OpenKit,
  actor: Actor & { person: Person },
  spot: Spot,
  sent: Sent,
): Promise<Rendered> {
  const { person, ...by } = actor;
  const values = await withOthers(kit, person, spot, sent);
  const outcome = await kit.desk.submit(sent.ref, values, by);
  if (isRefusal(outcome)) return again(kit, person, spot, { ref: sent.ref, values, refusal: outcome });
  await letGo(kit, refOf(spot));
  return showIn(kit, person, spot, { view: outcome.view, note: { sentence: outcome.sentence, refused: false } });
}

/** What is entered on a card itself: saved there, and the card stays. */
export async function saveOnCard(
  kit: OpenKit,
  actor: Actor & { person: Person },
  spot: Spot,
  { ref, values, shown }: Sent,
): Promise<Rendered> {
  const { person, ...by } = actor;
  const there = refOf(spot);
  const before = (there && kit.drafts.card.of(there)) ?? {};
  const entered = shown ? withPage(before, values, shown) : values;
  const outcome = await kit.desk.submit(ref, entered, by);
  if (isRefusal(outcome)) {
    if (there) kit.drafts.card.set(there, entered);
    return showIn(kit, person, spot, {
      note: { sentence: outcome.sentence, refused: true },
      refusal: outcome,
      entered,
    });
  }
  if (there) kit.drafts.card.drop(there);
  return showIn(kit, person, spot, { view: outcome.view, note: { sentence: outcome.sentence, refused: false } });
}

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
    const there = refOf(spot);
    if (there) kit.drafts.form.set(there, values);
    await hold(kit, refOf(spot));
    return renderForm({ form, refusal, sent: values });
  }
  await letGo(kit, refOf(spot));
  const note = { sentence: refusal.sentence, refused: true, typed: typedIn(values) };
  return showIn(kit, person, spot, { note });
}
