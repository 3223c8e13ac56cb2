/** One prompt on a card: its words, what is recorded, and what this viewer can do about it. */

import { type ChecklistPrompt, promptOf } from '../checklist/checklist.ts';
import { detailsOwed, followUpOwed } from '../checklist/detail-owed.ts';
import type { Outcome } from '../checklist/outcome-rule.ts';
import { sectionTitle } from '../checklist/section-path.ts';
import { givenAt } from '../review/carry.ts';
import { currentAnswer, currentJudgement, type GivenAnswer, type Item, isOpen } from '../review/review.ts';
import { cellOf } from '../review/summary.ts';
import { finalOutcome } from '../review/summary-outcome.ts';
import { readable } from '../words.ts';
import { answerInWords } from './answer-in-words.ts';
import type { Action, PromptRow, Span } from './card.ts';
import { you } from './part.ts';
import type { Placed } from './placed.ts';
import { placeOf, promptNotes, promptSpans } from './prompt-text.ts';
import { remarksOn } from './remarks.ts';
import { age } from './times.ts';

export function promptRow(placed: Placed, actions: readonly Action[]): PromptRow {
  const { rs, item } = placed;
  const prompt = promptOf(rs.checklist, item.prompt);
  const answer = recorded(placed, prompt);
  return {
    row: 'prompt',
    prompt: prompt.id,
    number: prompt.number ?? '',
    section: sectionTitle(rs.checklist, item.section),
    text: promptSpans(prompt, rs.checklist),
    notes: [...promptNotes(prompt, rs.checklist), ...(isOpen(rs.review) ? stillToSay(item, prompt) : [])],
    ...(answer && { answer }),
    remarks: remarksOn(placed),
    actions,
  };
}

/** What is recorded in this review; else what still stands from an earlier one; else what follows from others. */
function recorded(placed: Placed, prompt: ChecklistPrompt): PromptRow['answer'] {
  const { rs, scene, item } = placed;
  const given = currentAnswer(item);
  const outcome = finalOutcome(item);
  if (given && outcome) {
    const { label, detail } = answerInWords(given.answer, prompt);
    const how = [{ text: howGiven(placed, given) }];
    return { label: withOutcome(label, outcome), tone: outcome, detail: [how, ...detail, ...judged(placed)] };
  }
  const cell = cellOf(rs.review, rs.checklist, item);
  if (cell.counts === 'derived' && cell.outcome !== 'unanswered') {
    return { label: capital(outcomeInWords(cell.outcome)), tone: cell.outcome, detail: [] };
  }
  if (item.asked || !item.last) return undefined;
  const { label, detail } = answerInWords(item.last.answer, prompt);
  const when = [{ text: `${you(scene, item.last.by)}, ${age(givenAt(item.last), scene)}` }];
  return { label: withOutcome(label, item.last.outcome), tone: item.last.outcome, detail: [when, ...detail] };
}

/** What the answer still owes, in the checklist's own words. */
function stillToSay(item: Item, prompt: ChecklistPrompt): readonly string[] {
  const answer = currentAnswer(item)?.answer;
  const outcome = finalOutcome(item);
  if (!answer || !outcome) return [];
  const followUp = followUpOwed(prompt, answer, outcome);
  const owed = [...detailsOwed(prompt, answer).map(({ ask }) => ask), ...(followUp ? [followUp] : [])];
  return owed.map((ask) => `Still to say: ${ask}`);
}

export function outcomeInWords(outcome: Outcome | 'unanswered'): string {
  return outcome === 'informational' ? 'for information' : outcome;
}

/** A state is never told by colour alone. */
export function withOutcome(label: string, outcome: Outcome): string {
  return outcome === 'informational' ? label : `${label} · ${outcomeInWords(outcome)}`;
}

/** `you, just now`; `Erik Lund, 2 hours ago, for Anna Berg`. */
export function howGiven({ scene, rs }: Placed, given: GivenAnswer): string {
  const same = given.sameAs && rs.review.items.has(given.sameAs) && promptOf(rs.checklist, given.sameAs);
  return [
    you(scene, given.by),
    age(given.at, scene),
    given.onBehalfOf && `for ${you(scene, given.onBehalfOf)}`,
    given.carried && `as last time${given.carried.times > 1 ? `, ${given.carried.times} times running` : ''}`,
    same && `same as ${placeOf(same, rs.checklist)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function judged({ scene, item }: Placed): readonly (readonly Span[])[] {
  const judgement = currentJudgement(item);
  if (!judgement) return [];
  const by = `Judged by ${you(scene, judgement.by)}, ${age(judgement.at, scene)}: `;
  return [[{ text: by }, { text: `“${readable(judgement.reason)}”` }]];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
