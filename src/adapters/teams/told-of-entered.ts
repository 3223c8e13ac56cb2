/** What the note above a card says of what was entered there and is not recorded. */
import type { Card, PromptRow } from '../../domain/card/card.ts';
import type { FormValues } from '../../domain/card/form.ts';
import type { Refusal } from '../../domain/event.ts';
import { typedIn } from './field-values.ts';
import { isAnything, leftOver } from './left-over.ts';
import { promptIn } from './render-fields.ts';
import { type Note, saysAll } from './render-note.ts';
import { clipped } from './text.ts';

type Happened = {
  readonly note: Note;
  readonly entered: FormValues;
  readonly refusal?: Refusal | undefined;
  /** Answered by one press, whatever stood in their fields. */
  readonly answered?: readonly string[] | undefined;
};

export type Told = {
  readonly note: Note;
  /** What the card itself shows of it. */
  readonly entered: FormValues;
  /** What was given back because it has no place any more. */
  readonly over: readonly string[];
};

export function toldOfEntered(card: Card, happened: Happened): Told {
  const { note, refusal, answered, entered } = happened;
  if (refusal) return notTaken(card, { ...happened, refusal });
  const remarked = answered && !note.refused ? besides(card, { ...happened, answered }) : note;
  return { note: remarked, entered, over: [] };
}

function notTaken(card: Card, { note, refusal, entered }: Happened & { readonly refusal: Refusal }): Told {
  const rows = promptRows(card);
  const fields = card.form?.fields ?? [];
  const standing = new Set(fields.map(({ id }) => id));
  const homeless = (refusal.fields ?? []).filter(({ field }) => field.includes('/') && !standing.has(field));
  const gone = homeless.map(({ field }) => promptIn({ id: field })).filter((prompt) => !isAmong(rows, prompt));
  const over = gone.flatMap((prompt) => Object.keys(of(prompt, entered)));
  const typed = [
    ...rows.flatMap((row) => leftOver(row, { entered, fields }).words.map((text) => forPrompt(row, text))),
    ...typedIn(only(entered, (id) => over.includes(id))),
  ];
  const sentence = [note.sentence, ...homeless.map((each) => each.sentence)].join(' ');
  const told = { ...note, sentence, ...(typed.length > 0 && { typed }) };
  if (!saysAll(typed)) return { note: told, entered, over: [] };
  // Said above, it need not be said once more at its prompt.
  return { note: told, entered: only(entered, (id) => standing.has(id) || typeof entered[id] !== 'string'), over };
}

/** Whoever entered something at several reads which is which. */
function forPrompt({ number }: PromptRow, text: string): string {
  return number === '' ? text : `Prompt ${number}: ${text}`;
}

type Answered = Happened & { readonly answered: readonly string[] };

function besides(card: Card, { note, answered, entered }: Answered): Note {
  const fields = card.form?.fields ?? [];
  const rows = promptRows(card);
  const said = rows
    .filter((row) => answered.includes(row.prompt) && isAnything(leftOver(row, { entered, fields })))
    .map(notAsEntered);
  const elsewhere = answered.filter((prompt) => !isAmong(rows, prompt));
  const typed = elsewhere.flatMap((prompt) => typedIn(of(prompt, entered)));
  if (typed.length > 0) said.push('What you entered there before is not saved; “Change” at its prompt still has it.');
  return { ...note, sentence: [note.sentence, ...said].join(' '), ...(typed.length > 0 && { typed }) };
}

function notAsEntered({ number, answer, actions }: PromptRow): string {
  const place = number === '' ? 'this prompt' : `prompt ${number}`;
  const change = actions.findLast(({ press }) => press.press === 'form' && press.form.form === 'answer');
  const recorded = answer ? `What is recorded for ${place} is “${clipped(answer.label, 100)}”. ` : '';
  return `${recorded}What you entered there is not saved${change ? `; “${change.label}” still has it` : ''}.`;
}

function promptRows({ rows }: Card): readonly PromptRow[] {
  return rows.filter((row) => row.row === 'prompt');
}

function isAmong(rows: readonly PromptRow[], prompt: string): boolean {
  return rows.some((row) => row.prompt === prompt);
}

function of(prompt: string, entered: FormValues): FormValues {
  return only(entered, (id) => promptIn({ id }) === prompt);
}

function only(entered: FormValues, wanted: (id: string) => boolean): FormValues {
  return Object.fromEntries(Object.entries(entered).filter(([id]) => wanted(id)));
}
