/** How a review ends: complete, closed, signed off or lapsed. Silence is also a result. */
import type { ReviewIntent } from '../../card/intent.ts';
import type { Decision, Refusal } from '../../event.ts';
import { nameOf } from '../../people.ts';
import { addWorkingDays } from '../../time/working-time.ts';
import { dateIn } from '../../time/zone.ts';
import { closesAt, lapsesAt } from '../agenda-ending.ts';
import { askedItems, firstOpenItem, isLeftOpen } from '../asked.ts';
import type { Acting } from '../command.ts';
import type { ReviewEvent } from '../events.ts';
import { evolveReview } from '../evolve.ts';
import { currentAnswer, isOpen, type Review } from '../review.ts';
import { answerSetHash, eligibleApprovers, signOffStatement } from '../sign-off.ts';
import { overFor } from './refusals.ts';

/** Whether what was just decided completes the review, or asks something more of a complete one. */
export function settled(review: Review, events: readonly ReviewEvent[], act: Acting): readonly ReviewEvent[] {
  const answered = new Set(events.flatMap((event) => (event.type === 'QuestionAnswered' ? [event.prompt] : [])));
  if (answered.size === 0 || (review.status === 'open' && isLeftOpen(review, act.checklist, answered))) return [];
  const after = events.reduce((so, event) => evolveReview(so, pretend(so, event, act)), review);
  const open = firstOpenItem(after, act.checklist);
  if (!open && after.status === 'open') return [{ type: 'ReviewCompleted' }];
  if (open && after.status === 'complete') return [{ type: 'ReviewReopened', prompt: open.prompt }];
  return [];
}

export function closeByLead(review: Review, act: Acting): Decision<ReviewEvent> {
  if (act.by !== review.lead) {
    return { refused: 'not yours', sentence: `${nameOf(act.people, review.lead)} leads this review and closes it.` };
  }
  return overFor(review) ?? closed(review, act, 'the lead closed it');
}

/** Called when the agenda says so. Whether its time has come is decided here, on the state of now: it may have moved. */
export function closeOnTime(review: Review, act: Acting): Decision<ReviewEvent> {
  if (!isOpen(review) || act.at < closesAt(review, act.calendar)) return { events: [] };
  return closed(review, act, review.status === 'complete' ? 'everything is answered' : 'the deadline passed');
}

export function lapse(review: Review, act: Acting): Decision<ReviewEvent> {
  const at = lapsesAt(review);
  return { events: review.status === 'closed' && at && at <= act.at ? [{ type: 'ReviewLapsed' }] : [] };
}

export function signOff(
  review: Review,
  command: Extract<ReviewIntent, { does: 'sign off' }>,
  act: Acting,
): Decision<ReviewEvent> {
  const refusal = cannotSign(review, act);
  if (refusal) return refusal;
  const answerSet = answerSetHash(review);
  if (command.answerSet !== answerSet) {
    return {
      refused: 'stale',
      sentence: 'Something was judged since you opened this. Read the report as it stands now, then sign.',
    };
  }
  return { events: [{ type: 'ReviewSignedOff', statement: signOffStatement(review), answerSet }] };
}

function cannotSign(review: Review, act: Acting): Refusal | undefined {
  if (!review.approvers.includes(act.by)) {
    const who = review.approvers.map((id) => nameOf(act.people, id)).join(' or ');
    return { refused: 'not yours', sentence: `${who} may sign this review off.` };
  }
  if (isOpen(review)) {
    return { refused: 'not possible', sentence: 'The review is still open. It can be signed once it has closed.' };
  }
  if (review.status !== 'closed') {
    return { refused: 'closed', sentence: `“${review.title}” is ${review.status} already.` };
  }
  if (!eligibleApprovers(review).includes(act.by)) {
    return {
      refused: 'not yours',
      sentence: 'You answered or judged something in this review, so another approver signs it.',
    };
  }
  return undefined;
}

function closed(
  review: Review,
  act: Acting,
  because: Extract<ReviewEvent, { type: 'ReviewClosed' }>['because'],
): Decision<ReviewEvent> {
  const asked = askedItems(review, act.checklist);
  const answered = asked.filter(currentAnswer).length;
  const signBy = addWorkingDays(act.calendar, dateIn(review.zone, act.at), review.policy.signOffWithin);
  const answerSet = answerSetHash(review);
  return { events: [{ type: 'ReviewClosed', because, answerSet, answered, asked: asked.length, signBy }] };
}

/** An event as if it were recorded, to see what the state would be. */
function pretend(review: Review, event: ReviewEvent, { by, at }: Acting) {
  const stream = { kind: 'review', id: review.id } as const;
  return { id: '', stream, version: 0, at, by, source: { via: 'schedule' } as const, event, previous: '', hash: '' };
}
