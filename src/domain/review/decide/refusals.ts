/** Refusals more than one command gives, so that the same thing is always said in the same words. */
import type { Refusal } from '../../event.ts';
import { nameOf } from '../../people.ts';
import { showDate } from '../../time/show.ts';
import type { Acting } from '../command.ts';
import { closedOn, currentAnswer, type Item, isOpen, type Review } from '../review.ts';
import { isLastApprover } from '../sign-off.ts';

export function unknownPrompt(review: Review): Refusal {
  return {
    refused: 'unknown',
    sentence: `“${review.title}” does not ask this. Open the review again from its message.`,
  };
}

export function overFor(review: Review): Refusal | undefined {
  if (isOpen(review)) return undefined;
  const day = closedOn(review);
  const on = day ? ` It closed on ${showDate(day)}.` : '';
  return {
    refused: 'closed',
    sentence: `“${review.title}” is closed, so nothing in it can be changed.${on} The next review asks again.`,
  };
}

/** A button carries the answer its presser saw; if another stands there now, it is shown instead of overwritten. */
export function staleFor(item: Item, seen: number, act: Acting): Refusal | undefined {
  const given = currentAnswer(item);
  if ((given?.revision ?? 0) === seen) return undefined;
  const who = given ? (given.by === act.by ? 'You' : nameOf(act.people, given.by)) : 'Somebody';
  return {
    refused: 'stale',
    sentence: `${who} answered this meanwhile. What is shown now is the present answer; change it if it is not right.`,
  };
}

/** An approver who answers or judges may not sign any more; the last one who may is asked first. */
export function lastApproverFor(review: Review, act: Acting, confirmed: boolean | undefined): Refusal | undefined {
  if (confirmed || act.by === 'muster' || !isLastApprover(review, act.by)) return undefined;
  return {
    refused: 'needs confirmation',
    sentence:
      'You are the last person who may sign this review off, and whoever answers or judges may not sign. ' +
      'Confirm if you want to do it all the same.',
    fields: [{ field: 'confirmed', sentence: 'Tick this to go on; nobody will be able to sign then.' }],
  };
}
