/** Reads a response back from its fields. Nothing entered is no response; half entered is a sentence at its field. */
import type { AnswerKind, PartKind } from '../../checklist/answer-kind.ts';
import { verdicts } from '../../checklist/answer-kind.ts';
import type { Misfit } from '../../checklist/misfit.ts';
import type { PartResponse, Response } from '../../checklist/response.ts';
import { noSuchTime, tooLarge } from '../../checklist/response-fits.ts';
import { isBlank } from '../../invisible.ts';
import { type Words, written } from '../../words.ts';
import { toDuration, units } from '../duration-in-words.ts';
import type { FormValues } from '../form.ts';
import { lineIn, listIn } from '../sent.ts';

export type Read<T> = { readonly given?: T; readonly fields: readonly Misfit[] };

const nothing = { fields: [] } as const;

export function readResponse(kind: AnswerKind, values: FormValues, prefix: string): Read<Response> {
  if (kind.kind !== 'parts') return readPart(kind, values, prefix);
  const read = kind.parts.map(({ id, answer }) => [id, readPart(answer, values, `${prefix}${id}.`)] as const);
  const fields = read.flatMap(([, part]) => part.fields);
  const parts = Object.fromEntries(read.flatMap(([id, { given }]) => (given ? [[id, given]] : [])));
  return Object.keys(parts).length > 0 ? { given: { kind: 'parts', parts }, fields } : { fields };
}

function readPart(kind: PartKind, values: FormValues, prefix: string): Read<PartResponse> {
  const at = (name: string) => `${prefix}${name}`;
  switch (kind.kind) {
    case 'verdict':
      return readVerdict(values, at);
    case 'text': {
      const text = wordsIn(values, at('text'));
      return text ? { given: { kind: 'text', text }, fields: [] } : nothing;
    }
    case 'choices': {
      const chosen = [...listIn(values, at('chosen'))];
      const other = kind.other !== undefined && chosen.includes(kind.other) ? wordsIn(values, at('other')) : undefined;
      const detail = detailIn(values, at);
      return chosen.length > 0
        ? { given: { kind: 'choices', chosen, ...(other && { other }), ...detail }, fields: [] }
        : nothing;
    }
    case 'number':
      return readNumber(values, at);
    case 'duration':
      return readDuration(values, at);
    case 'list': {
      const entries = linesIn(values, at('entries'));
      return entries.length > 0 ? { given: { kind: 'list', entries: entries.map(written) }, fields: [] } : nothing;
    }
    default:
      return kind satisfies never;
  }
}

type At = (name: string) => string;

export function wordsIn(values: FormValues, id: string): Words | undefined {
  const text = lineIn(values, id);
  return text === '' ? undefined : written(text);
}

function detailIn(values: FormValues, at: At): { detail?: Words } {
  const detail = wordsIn(values, at('detail'));
  return detail ? { detail } : {};
}

function readVerdict(values: FormValues, at: At): Read<PartResponse> {
  const entered = lineIn(values, at('verdict'));
  const detail = detailIn(values, at);
  const verdict = verdicts.find((one) => one === entered);
  if (verdict) return { given: { kind: 'verdict', verdict, ...detail }, fields: [] };
  return detail.detail || entered ? half(at('verdict'), 'Choose yes, no or partly.') : nothing;
}

function readNumber(values: FormValues, at: At): Read<PartResponse> {
  const entered = lineIn(values, at('value'));
  const detail = detailIn(values, at);
  if (entered === '') return detail.detail ? half(at('value'), 'Give the number as well.') : nothing;
  const value = numberOf(entered);
  if (value === 'too large') return half(at('value'), tooLarge);
  if (value === undefined) return half(at('value'), 'Write a whole number in digits, such as 12.');
  return { given: { kind: 'number', value, ...detail }, fields: [] };
}

function readDuration(values: FormValues, at: At): Read<PartResponse> {
  const entered = lineIn(values, at('value'));
  if (entered === '') return nothing;
  const amount = numberOf(entered);
  const unit = units.find(({ id }) => id === (lineIn(values, at('unit')) || 'days'));
  if (!unit) return half(at('unit'), 'Choose hours, days, weeks, months or years.');
  if (amount === 'too large') return half(at('value'), noSuchTime);
  if (amount === undefined || amount === 0) {
    return half(at('value'), 'Write a whole number above 0; choose a smaller unit for a part of one.');
  }
  return { given: { kind: 'duration', value: toDuration(amount, unit.id) }, fields: [] };
}

/** Digits alone: `1,000` is a thousand to some and one to others, so nobody is guessed at. */
function numberOf(entered: string): number | 'too large' | undefined {
  if (!/^\d+$/.test(entered)) return undefined;
  const value = Number(entered);
  return Number.isSafeInteger(value) ? value : 'too large';
}

function linesIn(values: FormValues, id: string): readonly string[] {
  return lineIn(values, id)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !isBlank(line));
}

function half(field: string, sentence: string): Read<never> {
  return { fields: [{ field, sentence }] };
}
