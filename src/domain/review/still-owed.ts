/** Whether a duty still needs saying when its time to be said has come: what was answered meanwhile is not chased. */
import type { Checklist } from '../checklist/checklist.ts';
import { signOffOrdinal } from './agenda-channel.ts';
import { roundOf } from './agenda-ending.ts';
import { accountableOf, hearFirst, hearLast } from './agenda-escalation.ts';
import { waitingByReviewer } from './agenda-judgement.ts';
import { type OpenItem, openByOwner } from './agenda-standing.ts';
import { askedItems } from './asked.ts';
import type { Duty } from './duty.ts';
import { isOpen, type Review } from './review.ts';
import { eligibleApprovers } from './sign-off.ts';

/** What was noted for somebody who cannot be reached waits for them, whoever else hears of it meanwhile. */
export function isStillOwed(duty: Duty, review: Review, checklist: Checklist): boolean {
  const open = () => (review.status === 'open' ? openOf(review, checklist, duty.subject) : []);
  switch (duty.kind) {
    case 'ask':
    case 'remind':
    case 'overdue':
      return open().length > 0;
    case 'escalate to accountable':
      return (
        hearFirst(review, duty.subject, open()).includes(duty.to) ||
        open().some(({ item }) => duty.to !== duty.subject && accountableOf(review, item.section) === duty.to)
      );
    case 'escalate to lead':
      return open().length > 0 && (duty.to === review.lead || hearLast(review, duty.subject).includes(duty.to));
    case 'handed over':
      return open().some(({ handover }) => handover === duty.ordinal);
    case 'request judgement':
      return !isOver(review) && waitingByReviewer(review, askedItems(review, checklist)).has(duty.to);
    case 'request sign-off':
      return isAwaited(review) && eligibleApprovers(review).includes(duty.to) && roundOf(duty) === review.timesVoided;
    case 'tell unreachable':
      return !isOver(review) && review.unreachable.get(duty.subject)?.times === duty.ordinal;
    case 'post opening':
      return isOpen(review);
    case 'post digest':
      return review.status === 'open';
    case 'summarise':
    case 'post closing':
      return review.closed !== undefined;
    case 'post sign-off':
      return review.status === 'signed off' && duty.ordinal === signOffOrdinal(review);
    default:
      return duty.kind satisfies never;
  }
}

function openOf(review: Review, checklist: Checklist, owner: string): readonly OpenItem[] {
  return openByOwner(review, checklist, askedItems(review, checklist)).get(owner) ?? [];
}

function isOver(review: Review): boolean {
  return review.status === 'signed off' || review.status === 'lapsed';
}

function isAwaited(review: Review): boolean {
  return review.status === 'closed';
}
