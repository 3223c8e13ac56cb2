/** Card → Adaptive Card. Pure: the same card gives the same JSON, and none is larger than Teams takes. */
import type { Action, Card } from '../../domain/card/card.ts';
import type { Field, FormValues } from '../../domain/card/form.ts';
import type { Refusal } from '../../domain/event.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { fits } from './card-text.ts';
import { isFilled, standing } from './field-values.ts';
import { inMenuOfCard } from './in-menu.ts';
import { bytesOf, limits } from './limits.ts';
import { type Beneath, inFull, type Part, partsOf } from './packing.ts';
import { remembering } from './remembering.ts';
import { actionRows, button, buttonRows } from './render-action.ts';
import { type Entering, fieldElements, promptIn } from './render-fields.ts';
import { type Note, noteContainer } from './render-note.ts';
import { clipped, heading, rich, run, runs } from './text.ts';
import { progressBar } from './tone.ts';

export type Drawing = {
  readonly card: Card;
  readonly note?: Note;
  /** Of a card too long for one message, from 1. */
  readonly part?: number;
  /** What was entered on it before, and what of it was refused. */
  readonly entered?: FormValues;
  readonly refusal?: Refusal;
};

export type Rendered = {
  readonly card: AdaptiveCard;
  readonly summary: string;
  /** The message it stands in is being made the same. */
  readonly kept?: true;
};

export function render(drawing: Drawing): Rendered {
  const { card, note, entered = {}, refusal } = drawing;
  const actions = actionsBeside(card);
  const around: Around = {
    head: [...headElements(card), ...(note ? [noteContainer(note)] : [])],
    foot: footElements(actions),
    beneath: { fields: card.form?.fields ?? [], entered, refusal },
    summary: summaryOf(card),
  };
  const { elements: shown, bytes, ids } = inFull(card.rows, around.beneath);
  if (bytes > mostlyFits) return onePart(drawing, around);
  const save = ids.length > 0 ? saveElements(card, around.beneath, undefined) : [];
  const whole = together(around, { shown, save, turn: [] });
  return fits(whole.card) ? whole : onePart(drawing, around);
}

/** In bytes, of rows: with less they are put together at once, and measured as they are sent. */
const mostlyFits = 20_000;

type Around = {
  readonly head: readonly Element[];
  readonly foot: readonly Element[];
  readonly beneath: Beneath;
  readonly summary: string;
};
type Between = Readonly<Record<'shown' | 'save' | 'turn', readonly Element[]>>;

function together({ head, foot, summary }: Around, { shown, save, turn }: Between): Rendered {
  const body = [...head, ...shown, ...save, ...turn, ...foot];
  return { card: adaptiveCard(body, summary), summary };
}

/** Of a card that is too long for one message, or nearly so. */
function onePart(drawing: Drawing, around: Around): Rendered {
  const { card, refusal } = drawing;
  const { head, foot, beneath, summary } = around;
  const saving = saveElements(card, beneath, allIds(card));
  const free = limits.card - bytesOf(adaptiveCard([...head, ...saving, ...foot], summary)) - turning;
  const parts = partsOf(card.rows, free, beneath);
  const part = Math.min(Math.max(drawing.part ?? pageWrong(parts, refusal), 1), Math.max(parts.length, 1));
  const { elements: shown, ids } = parts[part - 1] ?? { elements: [], ids: [] };
  const save = ids.length > 0 ? saveElements(card, beneath, parts.length > 1 ? ids : undefined) : [];
  return together(around, { shown, save, turn: turnElements(parts, part) });
}

function allIds({ form }: Card): readonly string[] {
  return form?.fields.map(({ id }) => id) ?? [];
}

/** Where something is wrong on another part, that one is shown. */
function pageWrong(parts: readonly Part[], refusal: Refusal | undefined): number {
  const wrong = parts.findIndex(({ ids }) => refusal?.fields?.some(({ field }) => ids.includes(field)));
  return wrong + 1;
}

/** What opens the very form that stands on the card already is not offered beside it. */
function actionsBeside({ actions, form }: Card): readonly Action[] {
  if (form?.ref.form !== 'section') return actions;
  const { section, page } = form.ref;
  return actions.filter(
    ({ press }) =>
      press.press !== 'form' ||
      press.form.form !== 'section' ||
      press.form.section !== section ||
      press.form.page !== page,
  );
}

/** The one button that sends what is entered on the card, with what belongs to all of it before. */
function saveElements(
  { form, rows }: Card,
  { entered, refusal }: Entering,
  shown: readonly string[] | undefined,
): readonly Element[] {
  if (!form) return [];
  const prompts = new Set(rows.flatMap((row) => (row.row === 'prompt' ? [row.prompt] : [])));
  const others = form.fields.filter((field) => !prompts.has(promptIn(field)));
  const all = others.flatMap((field) => fieldElements(field, { label: 300, option: 100 }, { entered, refusal }));
  const ids = shown && [...shown, ...others.map(({ id }) => id)];
  const carries = { press: 'save' as const, form: form.ref, ...(ids && { shown: ids }) };
  const here = standingHere(
    form.fields.filter(({ id }) => !ids || ids.includes(id)).filter((one) => isFilled(one, entered)),
  );
  return [...all, here, ...buttonRows([button({ label: form.submit, style: 'primary' }, carries)])];
}

/**
 * Which fields had something in them goes along with every press: a client says nothing of one that was emptied, and nothing of
 * one that was empty on a card that is older than what was entered.
 */
function standingHere(filled: readonly Field[]): Element {
  const ids = filled.map(({ id }) => id);
  return { type: 'Input.Text', id: standing, label: 'Fields', value: JSON.stringify(ids), isVisible: false };
}

/** A sentence by itself: what a person hears who asked for nothing that has a card. */
export function renderNote(note: Note): Rendered {
  const summary = clipped(note.sentence, limits.summary);
  return { card: adaptiveCard([noteContainer(note)], summary), summary };
}

export function adaptiveCard(body: readonly Element[], fallbackText: string): AdaptiveCard {
  const $schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
  const whole = body.length > 0 ? body : [rich([])];
  return { type: 'AdaptiveCard', $schema, version: '1.5', fallbackText, body: whole, msteams: { width: 'Full' } };
}

/** For notifications, and for who cannot see cards. */
function summaryOf({ summary, title }: Card): string {
  return clipped(summary.trim() === '' ? title : summary, limits.summary);
}

// In bytes: together they leave a row its place, whatever is in it.
const mostActions = 6_000;
const turning = 1_500;
const mostLines = 1_000;

function headElements({ title, lines, progress }: Card): readonly Element[] {
  const each = Math.max(120, Math.floor(mostLines / Math.max(lines.length, 1)));
  const said = lines.slice(0, mostLines / 120).map((line) => rich(runs(line, each), 'Small'));
  const bar = progress && [run(`${progressBar(progress.answered, progress.of)}  `), run(clipped(progress.label, 200))];
  return [heading(title, limits.title, 'Large'), ...said, ...(bar ? [rich(bar, 'Small')] : [])];
}

/** What one can do with all of it stays the same from one press to the next. */
const before = remembering<readonly Element[]>(100);

function footElements(actions: readonly Action[]): readonly Element[] {
  return before(JSON.stringify(actions), () => actionRows(actions, mostActions, inMenuOfCard(actions)));
}

function turnElements(parts: readonly Part[], part: number): readonly Element[] {
  if (parts.length <= 1) return [];
  const left = parts.slice(part).reduce((sum, { rows }) => sum + rows, 0);
  const said = left > 0 ? `Part ${part} of ${parts.length}: ${left} more follow.` : `Part ${part} of ${parts.length}.`;
  const to = (label: string, page: number) => button({ label }, { press: 'turn', part: page });
  const buttons = [...(part > 1 ? [to('Back', part - 1)] : []), ...(part < parts.length ? [to('Next', part + 1)] : [])];
  return [rich([run(said, { isSubtle: true })]), ...buttonRows(buttons)];
}
