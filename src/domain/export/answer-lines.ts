/**
 * Every answer of a review, superseded ones too, and every prompt without one, in the checklist's order. Computed again
 * by whoever verifies: what stands here may change only together with the format's number.
 */
import { type Checklist, type ChecklistPrompt, promptOf } from '../checklist/checklist.ts';
import { severityOf } from '../checklist/severity.ts';
import type { AnswerLine } from '../export-format.ts';
import { isAsked } from '../review/asked.ts';
import { currentJudgement, type GivenAnswer, type Item, type Review } from '../review/review.ts';
import { inOrder } from '../review/summary.ts';
import { readable } from '../words.ts';

export function answerLines(review: Review, checklist: Checklist): readonly AnswerLine[] {
  return inOrder(review, checklist).flatMap((item): readonly AnswerLine[] => {
    const prompt = promptOf(checklist, item.prompt);
    const base = { ...aboutPrompt(prompt, review), owner: item.owner };
    if (item.answers.length === 0) return [{ ...base, ...withoutAnswer(review, checklist, item) }];
    return item.answers.map((given) => ({ ...base, ...withAnswer(given, item) }));
  });
}

function aboutPrompt(prompt: ChecklistPrompt, review: Review) {
  return {
    kind: 'answer' as const,
    prompt: prompt.id,
    ...(prompt.number !== undefined && { number: prompt.number }),
    section: prompt.section,
    text: prompt.text,
    severity: severityOf(prompt, review.standards),
  };
}

function withoutAnswer(review: Review, checklist: Checklist, item: Item) {
  const base = { current: true, revision: 0 };
  if (isAsked(review, checklist, item)) return { ...base, state: 'not answered' as const };
  if (item.asked || !item.last) return { ...base, state: 'not asked' as const };
  const { answer, by, at, outcome } = item.last;
  const until = item.validUntil !== undefined && { validUntil: item.validUntil };
  return { ...base, state: 'still valid' as const, answer, by, at, outcome, ...until };
}

function withAnswer(given: GivenAnswer, item: Item) {
  const { revision, answer, outcome, by, at, onBehalfOf, carried } = given;
  const current = given === item.answers.at(-1);
  const judgement = current ? currentJudgement(item) : undefined;
  return {
    state: answer.status,
    current,
    revision,
    answer,
    outcome,
    by,
    at,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(carried && { carriedFrom: carried.from }),
    ...(judgement && { judged: judged(judgement) }),
  };
}

function judged({ outcome, reason, by, at }: NonNullable<ReturnType<typeof currentJudgement>>) {
  return { outcome, reason: readable(reason), by, at };
}
