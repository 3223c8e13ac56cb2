/** Answers: by the owner, or on their behalf by who answers for the section or the review. */

import type { ReviewIntent } from '../../card/intent.ts';
import { promptOf } from '../../checklist/checklist.ts';
import { fits } from '../../checklist/fits.ts';
import { outcomeOf } from '../../checklist/outcome.ts';
import type { Answer } from '../../checklist/response.ts';
import { type Decision, isRefusal, type PersonId, type Refusal } from '../../event.ts';
import { nameOf } from '../../people.ts';
import { isTriggered } from '../asked.ts';
import { givenAt, mayBeCarried, mayCarry } from '../carry.ts';
import type { Acting } from '../command.ts';
import type { ReviewEvent } from '../events.ts';
import { currentAnswer, type Item, type Review } from '../review.ts';
import { lastApproverFor, overFor, staleFor, unknownPrompt } from './refusals.ts';

type IntentTo<D extends ReviewIntent['does']> = Extract<ReviewIntent, { does: D }>;
type Seen = { readonly prompt: string; readonly revision: number; readonly confirmed?: boolean };
type Answered = Extract<ReviewEvent, { type: 'QuestionAnswered' }>;
type Copied = Pick<Answered, 'carried' | 'sameAs'>;

export function answerQuestion(review: Review, command: IntentTo<'answer'>, act: Acting): Decision<ReviewEvent> {
  const item = answerable(review, command, act);
  return isRefusal(item) ? item : give(review, item, command.answer, act);
}

/** What a plain "yes" still owes. The answer stands; the detail makes a new revision of it. */
export function giveDetail(review: Review, command: IntentTo<'give detail'>, act: Acting): Decision<ReviewEvent> {
  const item = answerable(review, command, act);
  if (isRefusal(item)) return item;
  const given = currentAnswer(item)?.answer;
  const takesDetail = given?.status === 'answered' && 'kind' in given.response && detailed.has(given.response.kind);
  if (!takesDetail) {
    return {
      refused: 'not possible',
      sentence: 'There is no answer yet to add this to. Answer first, then add to it.',
    };
  }
  const response = { ...given.response, detail: command.detail } as typeof given.response;
  return give(review, item, { ...given, response }, act, copiedBefore(item));
}

export function answerAsLastTime(
  review: Review,
  command: IntentTo<'answer as last time'>,
  act: Acting,
): Decision<ReviewEvent> {
  const decisions = command.prompts.map((seen) => carryOne(review, { ...command, ...seen }, act));
  const events = decisions.flatMap((decision) => (isRefusal(decision) ? [] : decision.events));
  // What somebody answered meanwhile is left alone; only when nothing remains is there something to refuse.
  return events.length > 0 ? { events } : (decisions.find(isRefusal) ?? { events });
}

export function answerSameAs(review: Review, command: IntentTo<'answer same as'>, act: Acting): Decision<ReviewEvent> {
  const item = answerable(review, command, act);
  if (isRefusal(item)) return item;
  const other = review.items.get(command.other);
  const given = other && currentAnswer(other);
  if (!given || other === item) {
    return {
      refused: 'not possible',
      sentence: 'That prompt has no answer in this review to copy. Choose another one.',
    };
  }
  const { carried } = given;
  if (carried && !mayBeCarried(promptOf(act.checklist, item.prompt), review)) {
    return {
      refused: 'not possible',
      sentence: 'That answer was carried forward, and this prompt is critical. Answer it anew.',
    };
  }
  // What was carried stays so, wherever it is copied to.
  return give(review, item, given.answer, act, { sameAs: command.other, ...(carried && { carried }) });
}

const detailed: ReadonlySet<string> = new Set(['verdict', 'choices', 'number']);

function carryOne(review: Review, seen: Seen, act: Acting): Decision<ReviewEvent> {
  const item = answerable(review, seen, act);
  if (isRefusal(item)) return item;
  const { last } = item;
  if (!last || !mayCarry(item, promptOf(act.checklist, item.prompt), review)) {
    return {
      refused: 'not possible',
      sentence:
        'This one is not carried forward: it is critical, fell short, or was carried often enough. Answer it anew.',
    };
  }
  const carried = { from: last.review, at: givenAt(last), times: last.carried + 1 };
  return give(review, item, last.answer, act, { carried });
}

/** Detail added to a carried or copied answer does not make it an answer of its own. */
function copiedBefore(item: Item): Copied {
  const { carried, sameAs } = currentAnswer(item) ?? {};
  return { ...(carried && { carried }), ...(sameAs && { sameAs }) };
}

/** The item, when this person may answer it now as they saw it. */
function answerable(review: Review, seen: Seen, act: Acting): Item | Refusal {
  const item = review.items.get(seen.prompt);
  if (!item) return unknownPrompt(review);
  const derived = promptOf(act.checklist, item.prompt).outcome.by === 'sub-questions';
  if (derived) return { refused: 'not possible', sentence: 'This one follows from its sub-questions. Answer those.' };
  if (!isTriggered(review, act.checklist, item)) {
    return {
      refused: 'not possible',
      sentence: 'This is only asked after another answer. Answer the one before it first.',
    };
  }
  return (
    overFor(review) ??
    notTheirs(review, item, act) ??
    staleFor(item, seen.revision, act) ??
    lastApproverFor(review, act, seen.confirmed) ??
    item
  );
}

function notTheirs(review: Review, item: Item, act: Acting): Refusal | undefined {
  if (act.by !== 'muster' && mayAnswer(review, item, act.by)) return undefined;
  const owner = nameOf(act.people, item.owner);
  return {
    refused: 'not yours',
    sentence: `${owner} answers this. Ask them, or ask ${nameOf(act.people, review.lead)} to reassign it.`,
  };
}

/** The owner; or on their behalf the section's accountable person, the lead, or an approver. */
export function mayAnswer(
  { accountable, lead, approvers }: Pick<Review, 'accountable' | 'lead' | 'approvers'>,
  { owner, section }: Item,
  person: PersonId,
): boolean {
  return person === owner || person === accountable[section] || person === lead || approvers.includes(person);
}

function give(review: Review, item: Item, answer: Answer, act: Acting, copied: Copied = {}): Decision<ReviewEvent> {
  const prompt = promptOf(act.checklist, item.prompt);
  const misfits = fits(prompt, answer);
  if (misfits.length > 0) {
    const sentence = misfits.length === 1 && misfits[0] ? misfits[0].sentence : 'Some of it needs another look.';
    return { refused: 'does not fit', sentence, fields: misfits };
  }
  const revision = (currentAnswer(item)?.revision ?? 0) + 1;
  const outcome = outcomeOf(prompt, answer, { settings: review.settings, of: () => undefined });
  const onBehalfOf = act.by === item.owner ? {} : { onBehalfOf: item.owner };
  return {
    events: [{ type: 'QuestionAnswered', prompt: item.prompt, revision, answer, outcome, ...onBehalfOf, ...copied }],
  };
}
