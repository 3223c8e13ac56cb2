/** What changed since last time: another outcome, or another answer. */
import type { Outcome } from '../checklist/outcome-rule.ts';
import type { Answer, PartResponse, Response } from '../checklist/response.ts';
import type { Words } from '../words.ts';
import { currentAnswer, type Item } from './review.ts';
import { finalOutcome } from './summary-outcome.ts';

export type Change = {
  readonly item: Item;
  readonly before: { readonly answer: Answer; readonly outcome: Outcome };
  readonly now: { readonly answer: Answer; readonly outcome: Outcome };
};

export function changeOf(item: Item): Change | undefined {
  const given = currentAnswer(item);
  const outcome = finalOutcome(item);
  if (!given || !outcome || !item.last) return undefined;
  const { answer, outcome: lastOutcome } = item.last;
  if (outcome === lastOutcome && sameAnswer(answer, given.answer)) return undefined;
  return { item, before: { answer, outcome: lastOutcome }, now: { answer: given.answer, outcome } };
}

/** Notes, details and reasons may be worded anew: the answer is the same. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  if (one.status !== 'answered' || other.status !== 'answered') return one.status === other.status;
  return sameResponse(one.response, other.response);
}

export function sameResponse(one: Response, other: Response): boolean {
  if (one.kind === 'parts' && other.kind === 'parts') {
    const ids = new Set([...Object.keys(one.parts), ...Object.keys(other.parts)]);
    return [...ids].every((id) => samePart(one.parts[id], other.parts[id]));
  }
  if (one.kind === 'parts' || other.kind === 'parts') return false;
  return samePart(one, other);
}

function samePart(one: PartResponse | undefined, other: PartResponse | undefined): boolean {
  if (!one || !other) return one === other;
  return essence(one) === essence(other);
}

function essence(response: PartResponse): string {
  switch (response.kind) {
    case 'verdict':
      return response.verdict;
    case 'text':
      return essenceOf(response.text);
    case 'choices':
      return JSON.stringify([[...response.chosen].sort(), response.other ? essenceOf(response.other) : '']);
    case 'number':
      return String(response.value);
    case 'duration':
      return response.value;
    case 'list':
      return JSON.stringify(response.entries.map(essenceOf));
    default:
      return response satisfies never;
  }
}

function essenceOf(words: Words): string {
  return (words.text ?? '').trim();
}
