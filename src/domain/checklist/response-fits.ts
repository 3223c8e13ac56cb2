/** Whether a response is of its prompt's kind, whole and within sense. */
import type { Words } from '../words.ts';
import type { AnswerKind, PartKind } from './answer-kind.ts';
import { compareDurations, isSensibleDuration } from './duration.ts';
import { type Misfit, tooLong } from './misfit.ts';
import type { PartResponse, Response } from './response.ts';
import { said } from './said.ts';

type PartsKind = Extract<AnswerKind, { kind: 'parts' }>;
type ChoicesKind = Extract<PartKind, { kind: 'choices' }>;
type Of<K extends PartResponse['kind']> = Extract<PartResponse, { kind: K }>;

const mostEntries = 200;
// Larger whole numbers lose digits, and nothing a review counts comes near.
const mostNumber = 1e12;
export const tooLarge = 'This number is too large. Write one of at most twelve digits.';
export const noSuchTime = 'Give a time above nothing, and at most 200 years.';

export function responseMisfits(kind: AnswerKind, response: Response): readonly Misfit[] {
  if (kind.kind === 'parts') {
    return response.kind === 'parts' ? partsMisfits(kind, response.parts) : [wrongKind(kind)];
  }
  return response.kind === 'parts' ? [wrongKind(kind)] : simpleMisfits(kind, response);
}

function partsMisfits(kind: PartsKind, given: Readonly<Record<string, PartResponse>>): readonly Misfit[] {
  const unknown = Object.keys(given).filter((id) => !kind.parts.some((part) => part.id === id));
  return [
    ...unknown.map((id) => ({ field: id, sentence: 'This part is not asked for.' })),
    ...kind.parts.flatMap(({ id, label, answer, optional }) => {
      const response = given[id];
      if (response)
        return simpleMisfits(answer, response).map((misfit) => ({ ...misfit, field: `${id}.${misfit.field}` }));
      return optional
        ? []
        : [{ field: `${id}.${mainField[answer.kind]}`, sentence: `"${label}" is not answered yet.` }];
    }),
    ...upsideDown(given),
  ];
}

/** Of a shortest and a longest time, as parts named so: whoever swapped them is asked. */
function upsideDown({ minimum, maximum }: Readonly<Record<string, PartResponse>>): readonly Misfit[] {
  if (minimum?.kind !== 'duration' || maximum?.kind !== 'duration') return [];
  const longer = (compareDurations(minimum.value, maximum.value) ?? 0) > 0;
  return longer
    ? [{ field: 'maximum.value', sentence: 'The longest time is shorter than the shortest. Swap them.' }]
    : [];
}

function simpleMisfits(kind: PartKind, response: PartResponse): readonly Misfit[] {
  if (kind.kind !== response.kind) return [wrongKind(kind)];
  switch (response.kind) {
    case 'verdict':
      return tooLong('detail', response.detail);
    case 'text':
      return wordsMisfits('text', response.text, 'Write an answer.');
    case 'choices':
      return choicesMisfits(kind as ChoicesKind, response);
    case 'number':
      return [...numberMisfits(response.value), ...tooLong('detail', response.detail)];
    case 'duration':
      return isSensibleDuration(response.value) ? [] : [{ field: 'value', sentence: noSuchTime }];
    case 'list':
      return listMisfits(response.entries);
    default:
      return response satisfies never;
  }
}

function choicesMisfits(kind: ChoicesKind, { chosen, other, detail }: Of<'choices'>): readonly Misfit[] {
  const known = kind.options.map(({ id }) => id);
  const unknown = chosen.filter((id) => !known.includes(id));
  const names = kind.other !== undefined && chosen.includes(kind.other);
  const several = chosen.length > 1 && kind.choose === 'one';
  return [
    ...(chosen.length === 0 ? [{ field: 'chosen', sentence: 'Choose an option.' }] : []),
    ...unknown.map((id) => ({ field: 'chosen', sentence: `"${id}" is not one of the options.` })),
    ...(new Set(chosen).size < chosen.length ? [{ field: 'chosen', sentence: 'An option is chosen twice.' }] : []),
    ...(several ? [{ field: 'chosen', sentence: 'Choose one option only.' }] : []),
    ...(names ? wordsMisfits('other', other, 'Name the other one.') : []),
    ...(!names && said(other)
      ? [{ field: 'other', sentence: 'These words belong to "other", which is not chosen.' }]
      : []),
    ...tooLong('detail', detail),
  ];
}

function numberMisfits(value: number): readonly Misfit[] {
  if (value > mostNumber) return [{ field: 'value', sentence: tooLarge }];
  return Number.isFinite(value) && value >= 0 ? [] : [{ field: 'value', sentence: 'Give a number of zero or more.' }];
}

function listMisfits(entries: readonly Words[]): readonly Misfit[] {
  if (entries.length === 0) return [{ field: 'entries', sentence: 'Give at least one entry.' }];
  if (entries.length > mostEntries) return [{ field: 'entries', sentence: `Give at most ${mostEntries} entries.` }];
  return entries.flatMap((entry) => wordsMisfits('entries', entry, 'An entry is empty.'));
}

function wordsMisfits(field: string, words: Words | undefined, empty: string): readonly Misfit[] {
  return said(words) ? tooLong(field, words) : [{ field, sentence: empty }];
}

function wrongKind(kind: AnswerKind): Misfit {
  return { field: mainField[kind.kind], sentence: `This prompt asks for ${asks[kind.kind]}.` };
}

const mainField: Record<AnswerKind['kind'], string> = {
  verdict: 'verdict',
  text: 'text',
  choices: 'chosen',
  number: 'value',
  duration: 'value',
  list: 'entries',
  parts: 'parts',
};
const asks: Record<AnswerKind['kind'], string> = {
  verdict: 'yes, no or partly',
  text: 'a text',
  choices: 'a choice among its options',
  number: 'a number',
  duration: 'a length of time',
  list: 'a list',
  parts: 'an answer in parts',
};
