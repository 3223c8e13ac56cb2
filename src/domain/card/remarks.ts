/** Small remarks beside a prompt: what is owed, what was said last time, why it is or is not asked. */

import { type ChecklistPrompt, promptOf } from '../checklist/checklist.ts';
import { detailOwed, evidenceOwed } from '../checklist/detail-owed.ts';
import { severityOf } from '../checklist/severity.ts';
import { isTriggered } from '../review/asked.ts';
import { givenAt } from '../review/carry.ts';
import { type AnyOf, currentAnswer, type Item, isOpen, type Review } from '../review/review.ts';
import { finalOutcome } from '../review/summary-outcome.ts';
import { answerInShort } from './answer-in-words.ts';
import { listed, you } from './part.ts';
import type { Placed } from './placed.ts';
import { placeOf } from './prompt-text.ts';
import { age, day } from './times.ts';

export function remarksOn(placed: Placed): readonly string[] {
  const { scene, rs, item } = placed;
  const prompt = promptOf(rs.checklist, item.prompt);
  return [
    severityOf(prompt, rs.review.standards) === 'critical' ? 'critical' : undefined,
    item.owner === scene.viewer ? undefined : `owned by ${you(scene, item.owner)}`,
    ...(currentAnswer(item) ? answeredRemarks(placed, prompt) : openRemarks(placed, prompt)),
  ].filter((remark) => remark !== undefined);
}

function answeredRemarks({ rs, item }: Placed, prompt: ChecklistPrompt): readonly (string | undefined)[] {
  const answer = currentAnswer(item)?.answer;
  const outcome = finalOutcome(item);
  if (!answer || !outcome) return [];
  const other = contradicted(rs, item, prompt);
  return [
    detailOwed(prompt, answer) ? 'a detail is still owed' : undefined,
    evidenceOwed(prompt, answer, outcome) ? 'evidence is required and still owed' : undefined,
    other && `answered differently under ${placeOf(other, rs.checklist)}`,
  ];
}

function openRemarks({ scene, rs, item }: Placed, prompt: ChecklistPrompt): readonly (string | undefined)[] {
  if (prompt.outcome.by === 'sub-questions') return [`follows from ${numbers(rs, prompt.outcome.prompts)}`];
  if (!isTriggered(rs.review, rs.checklist, item)) return [untriggered(rs, prompt)];
  if (!item.asked) return [item.validUntil ? `valid until ${day(item.validUntil, scene)}` : 'still valid'];
  if (!isOpen(rs.review)) return ['not answered'];
  const last = item.last && answerInShort(item.last.answer, prompt);
  return [
    item.last && `last time: ${last}, ${age(givenAt(item.last), scene)}`,
    item.asked === 'fell short' ? 'asked again because it fell short' : undefined,
    item.asked === 'changed' ? 'asked again because something changed' : undefined,
  ];
}

function untriggered(rs: Placed['rs'], prompt: ChecklistPrompt): string | undefined {
  if (!prompt.askedIf) return undefined;
  return `asked only if ${numbers(rs, [prompt.askedIf.prompt])} is answered ${prompt.askedIf.verdict.join(' or ')}`;
}

function numbers(rs: Placed['rs'], ids: readonly string[]): string {
  return listed(
    ids.map((id) => {
      const prompt = rs.checklist.prompts.find((one) => one.id === id);
      return prompt ? (prompt.number ?? placeOf(prompt, rs.checklist)) : id;
    }),
  );
}

/** The same words, asked under another heading, with the opposite verdict: worth a remark, not a refusal. */
function contradicted(rs: Placed['rs'], item: Item, prompt: ChecklistPrompt): ChecklistPrompt | undefined {
  const mine = verdictOf(rs.review, item.prompt);
  if (!mine) return undefined;
  return rs.checklist.prompts.find((other) => {
    if (other.id === prompt.id || other.text !== prompt.text) return false;
    const theirs = verdictOf(rs.review, other.id);
    return theirs !== undefined && theirs !== mine;
  });
}

function verdictOf(review: AnyOf<Review>, id: string): string | undefined {
  const item = review.items.get(id);
  const answer = item && currentAnswer(item)?.answer;
  return answer?.status === 'answered' && answer.response.kind === 'verdict' ? answer.response.verdict : undefined;
}
