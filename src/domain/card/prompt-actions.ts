/** What this viewer can do about one prompt now. Nothing once the review closed. */

import { type Verdict, verdicts } from '../checklist/answer-kind.ts';
import { type ChecklistPrompt, promptOf } from '../checklist/checklist.ts';
import { detailOwed, followUpOwed } from '../checklist/detail-owed.ts';
import { isOtherVerdict } from '../checklist/outcome.ts';
import { isTriggered } from '../review/asked.ts';
import { givenAt, mayCarry } from '../review/carry.ts';
import { mayAnswer } from '../review/decide/answering.ts';
import { currentAnswer, type Item, isOpen } from '../review/review.ts';
import { act, open, show } from './action.ts';
import { answerInWords, verdictLabels } from './answer-in-words.ts';
import type { Action } from './card.ts';
import type { Placed } from './placed.ts';
import { promptTitle } from './prompt-text.ts';
import { sameAsChoices } from './same-as.ts';
import { age } from './times.ts';

/** `careful`: the viewer is the last who may sign, and is asked before an answer of theirs counts. */
export function promptActions(placed: Placed, careful: boolean): readonly Action[] {
  const { rs, scene, item } = placed;
  const prompt = promptOf(rs.checklist, item.prompt);
  if (!isOpen(rs.review) || !canBeAnswered(placed, prompt) || !mayAnswer(rs.review, item, scene.viewer)) return [];
  const about = aboutIt(placed, prompt);
  if (currentAnswer(item)) return [...change(placed, prompt), about];
  if (!item.asked) return [open('It has changed', ref('answer', placed), aboutPrompt(prompt)), about];
  return [...(item.owner === scene.viewer ? give(placed, prompt, careful) : giveFor(placed, prompt)), about];
}

function canBeAnswered({ rs, item }: Placed, prompt: ChecklistPrompt): boolean {
  return prompt.outcome.by !== 'sub-questions' && isTriggered(rs.review, rs.checklist, item);
}

export function seen(item: Item): { readonly prompt: string; readonly revision: number } {
  return { prompt: item.prompt, revision: currentAnswer(item)?.revision ?? 0 };
}

// Who is asked first opens the form with a click, instead of answering at once.
function give(placed: Placed, prompt: ChecklistPrompt, careful: boolean): readonly Action[] {
  const kind = prompt.answer.kind;
  const same = sameAsChoices(placed).length > 0;
  return [
    ...(careful ? [] : asLastTime(placed, prompt)),
    ...(kind === 'verdict' ? verdicts.map((verdict) => oneClick(placed, prompt, { verdict, careful })) : []),
    kind === 'verdict'
      ? open(considered, ref('answer', placed), aboutPrompt(prompt))
      : open('Answer', ref('answer', placed), { ...aboutPrompt(prompt), beside: considered }),
    open('Not applicable or unsure', ref('no answer', placed), aboutPrompt(prompt)),
    ...(same ? [open('Same as…', ref('same as', placed), aboutPrompt(prompt))] : []),
  ];
}

const considered = 'With evidence or note';

/** On somebody's behalf an answer is a considered act: it always goes through the form. */
function giveFor(placed: Placed, prompt: ChecklistPrompt): readonly Action[] {
  const owner = placed.scene.people.get(placed.item.owner)?.name ?? 'the owner';
  return [
    open(`Answer for ${owner}`, ref('answer', placed), aboutPrompt(prompt)),
    open('Not applicable or unsure', ref('no answer', placed), aboutPrompt(prompt)),
  ];
}

function asLastTime({ rs, scene, item }: Placed, prompt: ChecklistPrompt): readonly Action[] {
  if (!item.last || !mayCarry(item, prompt, rs.review)) return [];
  const { label } = answerInWords(item.last.answer, prompt);
  const shown = label === 'Answered' ? 'As last time' : `${label}, as last time`;
  const said = shown.length > 40 ? 'As last time' : shown;
  const intent = { does: 'answer as last time', review: rs.review.id, prompts: [seen(item)] } as const;
  return [
    act(
      `${said} (${age(givenAt(item.last), scene)})`,
      { ...intent, prompts: [...intent.prompts] },
      aboutPrompt(prompt),
    ),
  ];
}

function oneClick(
  placed: Placed,
  prompt: ChecklistPrompt,
  { verdict, careful }: { readonly verdict: Verdict; readonly careful: boolean },
): Action {
  const label = verdictLabels[verdict];
  // What is missing is said with it, and not asked for afterwards: one press more, and a note or none.
  const explained = careful || isOtherVerdict(prompt, verdict);
  if (explained) return open(label, { ...ref('answer', placed), verdict }, aboutPrompt(prompt));
  const answer = { status: 'answered' as const, response: { kind: 'verdict' as const, verdict }, evidence: [] };
  return act(label, { does: 'answer', review: placed.rs.review.id, ...seen(placed.item), answer }, aboutPrompt(prompt));
}

function change(placed: Placed, prompt: ChecklistPrompt): readonly Action[] {
  const given = currentAnswer(placed.item);
  if (!given) return [];
  const form = prompt.answer.kind === 'parts' ? 'answer' : 'detail';
  const detail = detailOwed(prompt, given.answer) && [open('Add detail', ref(form, placed), aboutPrompt(prompt))];
  const asked = followUpOwed(prompt, given.answer, given.outcome);
  const note = asked !== undefined && [open('Add a note', ref('answer', placed), aboutPrompt(prompt))];
  return [...(detail || note || []), open('Change', ref('answer', placed), aboutPrompt(prompt))];
}

function aboutIt({ rs, item, whole }: Placed, prompt: ChecklistPrompt): Action {
  const view = { show: 'prompt', review: rs.review.id, prompt: item.prompt, ...(whole && { whole }) } as const;
  return show('About this', view, aboutPrompt(prompt));
}

function ref<F extends 'answer' | 'detail' | 'no answer' | 'same as'>(form: F, { rs, item }: Placed) {
  return { form, review: rs.review.id, ...seen(item) };
}

export function aboutPrompt(prompt: ChecklistPrompt): About {
  const known = abouts.get(prompt) ?? { about: promptTitle(prompt) };
  abouts.set(prompt, known);
  return known;
}

type About = { readonly about: string };
/** Said with each of a prompt's buttons. */
const abouts = new WeakMap<ChecklistPrompt, About>();
