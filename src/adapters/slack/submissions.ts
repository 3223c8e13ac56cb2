/** A sent form: recorded, then acknowledged; or sent back with what is wrong at each field, and everything as entered. */
import type { Form, FormRef, FormValues } from '../../domain/card/form.ts';
import { shortened } from '../../domain/card/shortened.ts';
import type { Misfit } from '../../domain/checklist/misfit.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { type Acknowledging, answering } from './acknowledging.ts';
import { filledWith, hasMarks, resolved, valuesIn, writtenIn } from './field-values.ts';
import { readSubmission, type Submission } from './inbox.ts';
import type { OpenKit } from './kit.ts';
import { metadata } from './metadata.ts';
import { type Origin, refOf } from './origin.ts';
import { who } from './people.ts';
import { blockIdOf, formModal } from './render-form.ts';
import { lostModal, sayingModal } from './render-view.ts';
import { show } from './showing.ts';

type Response =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ReturnType<typeof formModal> };
export type AckForm = (response?: Response) => Promise<void>;

export async function onSubmission(kit: OpenKit, body: unknown, acknowledge: AckForm): Promise<void> {
  const submission = readSubmission(body);
  const where = { from: submission.sent?.from, trigger: submission.trigger };
  await answering(kit, { what: 'a form', where, acknowledge }, (ack) => take(kit, submission, ack));
}

async function take(kit: OpenKit, submission: Submission, ack: Acknowledging<Response>['ack']): Promise<void> {
  const { sent } = submission;
  const only = async (sentence: string) => void (await ack(saying(sentence)));
  if (!sent) return only('Muster does not know this form; it may be from an earlier version. Open it again.');
  const found = await who(kit, submission.by);
  if ('stranger' in found) return only(found.stranger);
  const { person } = found;
  const values = await valuesOf(kit, person, sent.ref, submission);
  const source = { via: 'slack', ref: refOf(sent.from) } as const;
  const outcome = await kit.desk.submit(sent.ref, values, { by: person.id, source, once: submission.once });
  if (isRefusal(outcome)) {
    await ack(await sentBack(kit, person, { ref: sent.ref, from: sent.from, values, submission }, outcome));
    return;
  }
  await ack();
  await show(kit, person, sent.from, { view: outcome.view, note: { sentence: outcome.sentence, refused: false } });
}

async function valuesOf(kit: OpenKit, person: Person, ref: FormRef, { state }: Submission): Promise<FormValues> {
  const values = valuesIn(state);
  if (!hasMarks(values)) return values;
  const form = await kit.desk.form(ref, person.id);
  return isRefusal(form) ? values : resolved(values, form);
}

type SentForm = {
  readonly ref: FormRef;
  readonly from: Origin;
  readonly values: FormValues;
  readonly submission: Submission;
};

async function sentBack(kit: OpenKit, person: Person, sent: SentForm, refusal: Refusal): Promise<Response> {
  const { refused } = refusal;
  const mended = refused === 'does not fit' || (refused === 'needs confirmation' && hasField(sent, 'confirmed'));
  const errors = mended && errorsOf(refusal, Object.keys(sent.submission.state.values));
  if (errors) return { response_action: 'errors', errors };
  const form = await kit.desk.form(sent.ref, person.id);
  // Closed meanwhile, or handed to somebody else: there is nothing to fill in any more, and nothing typed may be lost.
  if (isRefusal(form))
    return { response_action: 'update', view: lostModal(refusal.sentence, writtenIn(sent.submission.state)) };
  return form.fields.length === 0 ? saying(refusal.sentence) : again(form, sent, refusal);
}

function hasField({ submission }: SentForm, field: string): boolean {
  return blockIdOf({ id: field }) in submission.state.values;
}

/** Each at its field, with what was saved of the others at the first; undefined where one of them has no field to stand at. */
function errorsOf(
  { sentence, saved, fields = [] }: Refusal,
  blocks: readonly string[],
): Record<string, string> | undefined {
  const placed = fields.map((each) => ({ block: blockIdOf({ id: each.field }), text: each.sentence }));
  if (placed.length === 0 || placed.some(({ block }) => !blocks.includes(block))) return undefined;
  const errors: Record<string, string> = {};
  const inOrder = placed.toSorted((a, b) => blocks.indexOf(a.block) - blocks.indexOf(b.block));
  for (const [at, { block, text }] of inOrder.entries()) {
    const before = at === 0 && saved?.length ? sentence : errors[block];
    errors[block] = [before, text].filter(Boolean).join(' ').slice(0, 1_000);
  }
  return errors;
}

/** The same form as things stand now, with what was entered, and why it was not taken. */
function again(form: Form, { from, values }: SentForm, { sentence, refused, fields: wrong = [] }: Refusal): Response {
  const confirm = refused === 'needs confirmation' && !form.fields.some(({ id }) => id === 'confirmed');
  const fields = form.fields.map((field) => filledWith(field, values));
  // A window that is drawn anew says nothing at its fields.
  const at = ({ field, sentence: what }: Misfit) => {
    const label = form.fields.find(({ id }) => id === field)?.label;
    return label === undefined ? what : `${shortened(label, 80)}: ${what}`;
  };
  const filled: Form = {
    ...form,
    lines: [`⚠ ${sentence}`, ...(refused === 'needs confirmation' ? [] : wrong.map(at)), ...form.lines],
    fields: [...fields, ...(confirm ? [{ id: 'confirmed', label: 'I mean it', input: 'tick' as const }] : [])],
  };
  const kept = metadata({ is: 'form', ref: form.ref, from });
  return kept === undefined ? saying(sentence) : { response_action: 'update', view: formModal(filled, kept) };
}

function saying(sentence: string): Response {
  return { response_action: 'update', view: sayingModal(sentence) };
}
