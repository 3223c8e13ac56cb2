/** Judging: what code cannot say meets or falls short, a reviewer says, with a reason. */
import type { ReviewIntent } from '../../card/intent.ts';
import type { Decision, PersonId, Refusal } from '../../event.ts';
import { isBlank } from '../../invisible.ts';
import { nameOf } from '../../people.ts';
import { addWorkingDays } from '../../time/working-time.ts';
import { dateIn } from '../../time/zone.ts';
import type { Acting } from '../command.ts';
import type { ReviewEvent } from '../events.ts';
import { currentAnswer, type Item, type Review } from '../review.ts';
import { lastApproverFor, staleFor, unknownPrompt } from './refusals.ts';

type Judge = Extract<ReviewIntent, { does: 'judge' }>;

export function judgeAnswer(review: Review, command: Judge, act: Acting): Decision<ReviewEvent> {
  const item = review.items.get(command.prompt);
  if (!item) return unknownPrompt(review);
  const refusal =
    judgedTooLate(review) ??
    notTheirs(review, item, act) ??
    staleFor(item, command.revision, act) ??
    misfit(item, command) ??
    lastApproverFor(review, act, command.confirmed);
  if (refusal) return refusal;
  const { prompt, revision, outcome, reason } = command;
  const judged: ReviewEvent = { type: 'AnswerJudged', prompt, revision, outcome, reason };
  const signed = review.status === 'signed off';
  if (!signed) return { events: [judged] };
  const signBy = addWorkingDays(act.calendar, dateIn(review.zone, act.at), review.policy.signOffWithin);
  return { events: [judged, { type: 'SignOffVoided', because: 'an answer was judged after it', signBy }] };
}

/** The lead, the approvers, and whom the checklist names for this prompt; nobody judges what they answered. */
export function mayJudge(review: Review, item: Item, person: PersonId): boolean {
  const given = currentAnswer(item);
  return isReviewer(review, item, person) && given?.by !== person;
}

function isReviewer(review: Review, item: Item, person: PersonId): boolean {
  return person === review.lead || review.approvers.includes(person) || person === item.judge;
}

function judgedTooLate(review: Review): Refusal | undefined {
  if (review.status !== 'lapsed') return undefined;
  return { refused: 'closed', sentence: `“${review.title}” lapsed unsigned. Its answers stand as they are.` };
}

function notTheirs(review: Review, item: Item, act: Acting): Refusal | undefined {
  if (act.by !== 'muster' && mayJudge(review, item, act.by)) return undefined;
  const others = [...new Set([review.lead, ...review.approvers])].filter((id) => mayJudge(review, item, id));
  const who = others.map((id) => nameOf(act.people, id)).join(' or ') || 'nobody';
  const own = act.by !== 'muster' && isReviewer(review, item, act.by);
  const why = own ? 'You gave this answer, so somebody else judges it' : 'Reviewers judge answers';
  return { refused: 'not yours', sentence: `${why}: ${who} may.` };
}

function misfit(item: Item, command: Judge): Refusal | undefined {
  const given = currentAnswer(item);
  if (!given) return { refused: 'not possible', sentence: 'There is no answer yet to judge.' };
  // What the checklist's rule says is nobody's opinion: only what it leaves open is judged.
  if (given.outcome !== 'to be judged') {
    const sentence = `The checklist itself decides this one: it ${said[given.outcome]}. Only what it leaves open is judged.`;
    return { refused: 'not possible', sentence };
  }
  if (command.outcome === 'to be judged') {
    return field('outcome', 'Say whether it meets, falls short, or is for information only.');
  }
  if (isBlank(command.reason.text ?? '')) return field('reason', 'Say why in a few words; the auditor reads it.');
  return undefined;
}

const said = { meets: 'meets', 'falls short': 'falls short', informational: 'is for information only' } as const;

function field(name: string, sentence: string): Refusal {
  return { refused: 'does not fit', sentence, fields: [{ field: name, sentence }] };
}
