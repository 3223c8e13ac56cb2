/** Forms stand in the message they were opened from, and are taken back there. What was entered is never lost. */
import type { FormRef, FormValues } from '../../domain/card/form.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { Actor } from '../../flow/desk.ts';
import { typedIn } from './field-values.ts';
import type { OpenKit } from './kit.ts';
import type { Rendered } from './render.ts';
import { renderForm } from './render-form.ts';
import { refOf, type Spot, showIn } from './showing.ts';

/** Longer than most forms take, and short enough that a card left open is current again the same hour. */
const patience = 20 * 60_000;

export async function openForm(kit: OpenKit, person: Person, spot: Spot, ref: FormRef): Promise<Rendered> {
  const form = await kit.desk.form(ref, person.id);
  if (isRefusal(form)) return showIn(kit, person, spot, { note: { sentence: form.sentence, refused: true } });
  await hold(kit, spot);
  // An update that comes after the form would take it away.
  const there = refOf(spot);
  if (there) await kit.keeping.idle(there);
  return renderForm({ form });
}

export type Sent = { readonly ref: FormRef; readonly values: FormValues };

export async function sendForm(
  kit: OpenKit,
  actor: Actor & { person: Person },
  spot: Spot,
  sent: Sent,
): Promise<Rendered> {
  const { person, ...by } = actor;
  const outcome = await kit.desk.submit(sent.ref, sent.values, by);
  if (isRefusal(outcome)) return again(kit, person, spot, { ...sent, refusal: outcome });
  await letGo(kit, spot);
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
    await hold(kit, spot);
    return renderForm({ form, refusal, sent: values });
  }
  await letGo(kit, spot);
  const note = { sentence: refusal.sentence, refused: true, typed: typedIn(values) };
  return showIn(kit, person, spot, { note });
}

export async function hold({ conversations, clock }: OpenKit, spot: Spot): Promise<void> {
  const ref = refOf(spot);
  if (ref) await conversations.hold(ref, toInstant(millisecondsOf(clock.now()) + patience));
}

export async function letGo({ conversations }: OpenKit, spot: Spot): Promise<void> {
  const ref = refOf(spot);
  if (ref) await conversations.letGo(ref);
}
