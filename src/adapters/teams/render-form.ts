/** Form → a card with its inputs and one button that sends them. What is wrong is said at the field. */
import type { Field, Form, FormValues } from '../../domain/card/form.ts';
import type { Refusal } from '../../domain/event.ts';
import type { Element } from './adaptive-card.ts';
import { fits } from './card-text.ts';
import { bytesOf, limits } from './limits.ts';
import { pagesOf } from './pages.ts';
import { adaptiveCard, type Rendered } from './render.ts';
import { bringingNothing, button, buttonRows } from './render-action.ts';
import type { Saying } from './render-field.ts';
import { type Entering, fieldElements, fieldIdsIn, promptIn } from './render-fields.ts';
import { noteContainer } from './render-note.ts';
import { clipped, heading, pieces, rich, run } from './text.ts';

export type FormDrawing = {
  readonly form: Form;
  readonly refusal?: Refusal;
  /** What was entered, when it was refused or another page was asked for. */
  readonly sent?: FormValues;
  /** Of a form too long for one card, from 1. Without it, the one with what is wrong. */
  readonly page?: number;
};

const roomy: Saying = { label: 1_000, option: 300 };
/** Where there is much to choose from, or much was entered already. */
const tight: Saying = { label: 200, option: 80 };

export function renderForm(drawing: FormDrawing): Rendered {
  const whole = onePage(drawing, roomy);
  if (fits(whole.card)) return whole;
  const closer = onePage(drawing, tight);
  return fits(closer.card) ? closer : paged(drawing);
}

function onePage(drawing: FormDrawing, most: Saying): Rendered {
  const { form } = drawing;
  const send = button({ label: form.submit, style: 'primary' }, { press: 'send', form: form.ref });
  return together(drawing, [...groupsOf(drawing, most).flat(), ...buttonRows([send, back])]);
}

function paged(drawing: FormDrawing): Rendered {
  const { form, refusal } = drawing;
  const ids = form.fields.map(({ id }) => id);
  const around = bytesOf(together(drawing, [...footOf(form, { shown: ids, page: 2, pages: 3 })]).card);
  const pages = pagesOf(groupsOf(drawing, tight), limits.card - around);
  const shown = pages.map(fieldIdsIn);
  const wrong = shown.findIndex((page) => refusal?.fields?.some(({ field }) => page.includes(field)));
  const page = Math.min(Math.max(drawing.page ?? wrong + 1, 1), pages.length);
  const foot = footOf(form, { shown: shown[page - 1] ?? [], page, pages: pages.length });
  return together(drawing, [...(pages[page - 1] ?? []), ...foot]);
}

function together(drawing: FormDrawing, elements: readonly Element[]): Rendered {
  const summary = clipped(drawing.form.title, limits.summary);
  return { card: adaptiveCard([...headElements(drawing), ...elements], summary), summary };
}

const back = bringingNothing(button({ label: 'Back' }, { press: 'back' }));

type At = { readonly shown: readonly string[]; readonly page: number; readonly pages: number };

/** Sent from any page that has fields: what stands on the others goes with it. */
function footOf({ ref, submit }: Form, { shown, page, pages }: At): readonly Element[] {
  const to = (label: string, page: number) =>
    button({ label }, { press: 'leaf', form: ref, shown: [...shown], to: page });
  const send = button({ label: submit, style: 'primary' }, { press: 'send', form: ref, shown: [...shown] });
  return [
    rich([run(`Page ${page} of ${pages}. What you entered on another page is kept.`, { isSubtle: true })]),
    ...buttonRows([
      ...(shown.length > 0 || page === pages ? [send] : []),
      ...(page < pages ? [to('Next page', page + 1)] : []),
      ...(page > 1 ? [to('Previous page', page - 1)] : []),
      back,
    ]),
  ];
}

const confirmation: Field = { id: 'confirmed', label: 'I mean it', input: 'tick' };

function fieldsOf({ form, refusal }: FormDrawing): readonly Field[] {
  const confirms = refusal?.refused === 'needs confirmation' && !form.fields.some(({ id }) => id === 'confirmed');
  return [...form.fields, ...(confirms ? [confirmation] : [])];
}

function headElements(drawing: FormDrawing): readonly Element[] {
  const { form, refusal } = drawing;
  const title = heading(form.title, limits.title, 'Large');
  if (!refusal) return [title];
  return [title, noteContainer({ sentence: refused(refusal, fieldsOf(drawing)), refused: true })];
}

/** What belongs to no field of the form is said above them all. */
function refused({ sentence, fields = [] }: Refusal, shown: readonly Field[]): string {
  const elsewhere = fields.filter(({ field }) => !shown.some(({ id }) => id === field));
  return [sentence, ...elsewhere.map((each) => each.sentence)].join(' ');
}

/** Lines may go on over the page; so may fields, but those of one prompt in a section's form stay together if they can. */
function groupsOf(drawing: FormDrawing, most: Saying): readonly (readonly Element[])[] {
  const { form, refusal, sent = {} } = drawing;
  const entering: Entering = { entered: sent, refusal };
  const lines = form.lines.flatMap((text) => pieces([{ text }])).map((piece) => [piece]);
  const each = (field: Field) => fieldElements(field, most, entering);
  if (form.ref.form !== 'section') return [...lines, ...fieldsOf(drawing).map(each)];
  const prompts = new Map<string, Element[][]>();
  for (const field of fieldsOf(drawing)) {
    prompts.set(promptIn(field), [...(prompts.get(promptIn(field)) ?? []), [...each(field)]]);
  }
  return [
    ...lines,
    ...[...prompts.values()].flatMap((group) => (bytesOf(group) < mostTogether ? [group.flat()] : group)),
  ];
}

// Of one prompt. With more it would stand alone on its page, or pass it.
const mostTogether = 12_000;
