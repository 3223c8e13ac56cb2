/** A sent form: recorded, then acknowledged; or sent back with what is wrong at each field, and everything as entered. */
import type { Form, FormRef, FormValues } from '../../domain/card/form.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { type Acknowledging, answering } from './acknowledging.ts';
import { filledWith, hasMarks, resolved, valuesIn } from './field-values.ts';
import { readSubmission, type Submission } from './inbox.ts';
import type { OpenKit } from './kit.ts';
import { metadata } from './metadata.ts';
import { type Origin, refOf } from './origin.ts';
import { who } from './people.ts';
import { blockIdOf, formModal } from './render-form.ts';
import { sayingModal } from './render-view.ts';
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
  const anew = refused === 'stale' || (refused === 'needs confirmation' && !hasField(sent, 'confirmed'));
  if (!anew) {
    const errors = errorsOf(refusal, Object.keys(sent.submission.state.values));
    if (Object.keys(errors).length > 0) return { response_action: 'errors', errors };
  }
  const form = await kit.desk.form(sent.ref, person.id);
  // Closed meanwhile, or handed to somebody else: there is nothing to fill in any more.
  if (isRefusal(form) || (!anew && form.fields.length === 0)) return saying(refusal.sentence);
  return again(form, sent, refusal);
}

function hasField({ submission }: SentForm, field: string): boolean {
  return blockIdOf({ id: field }) in submission.state.values;
}

/** Each at its field; what belongs to none stands at the first, before what is wrong there. */
function errorsOf({ sentence, fields = [] }: Refusal, blocks: readonly string[]): Record<string, string> {
  const [first] = blocks;
  if (first === undefined) return {};
  const errors: Record<string, string> = {};
  const add = (block: string, text: string) => {
    errors[block] = [errors[block], text].filter(Boolean).join(' ').slice(0, 1_000);
  };
  const placed = fields.map((each) => ({ block: blockIdOf({ id: each.field }), text: each.sentence }));
  if (!placed.some(({ block }) => blocks.includes(block))) add(first, sentence);
  for (const { block, text } of placed) add(blocks.includes(block) ? block : first, text);
  return errors;
}

/** The same form as things stand now, with what was entered, and why it was not taken. */
function again(form: Form, { from, values }: SentForm, { sentence, refused }: Refusal): Response {
  const confirm = refused === 'needs confirmation' && !form.fields.some(({ id }) => id === 'confirmed');
  const fields = form.fields.map((field) => filledWith(field, values));
  const filled: Form = {
    ...form,
    lines: [`⚠ ${sentence}`, ...form.lines],
    fields: [...fields, ...(confirm ? [{ id: 'confirmed', label: 'I mean it', input: 'tick' as const }] : [])],
  };
  const kept = metadata({ is: 'form', ref: form.ref, from });
  return kept === undefined ? saying(sentence) : { response_action: 'update', view: formModal(filled, kept) };
}

function saying(sentence: string): Response {
  return { response_action: 'update', view: sayingModal(sentence) };
}
