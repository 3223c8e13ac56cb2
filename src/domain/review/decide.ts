/** What a person may do to a review, and why not. Refusals are answers to show, never exceptions. */
import type { Decision } from '../event.ts';
import { isRefusal } from '../event.ts';
import type { Acting, ReviewCommand } from './command.ts';
import { answerAsLastTime, answerQuestion, answerSameAs, giveDetail } from './decide/answering.ts';
import { closeByLead, closeOnTime, lapse, settled, signOff } from './decide/closing.ts';
import { judgeAnswer } from './decide/judging.ts';
import { redact, remind, snooze } from './decide/minding.ts';
import { handOver, reassign } from './decide/owning.ts';
import type { ReviewEvent } from './events.ts';
import type { Review } from './review.ts';

/** Every decision ends by asking whether the review is complete now, so no command can forget to. */
export function decideReview(review: Review, command: ReviewCommand, act: Acting): Decision<ReviewEvent> {
  const decision = decided(review, command, act);
  if (isRefusal(decision)) return decision;
  return { events: [...decision.events, ...settled(review, decision.events, act)] };
}

function decided(review: Review, command: ReviewCommand, act: Acting): Decision<ReviewEvent> {
  switch (command.does) {
    case 'answer':
      return answerQuestion(review, command, act);
    case 'give detail':
      return giveDetail(review, command, act);
    case 'answer as last time':
      return answerAsLastTime(review, command, act);
    case 'answer same as':
      return answerSameAs(review, command, act);
    case 'judge':
      return judgeAnswer(review, command, act);
    case 'hand over':
      return handOver(review, command, act);
    case 'reassign':
      return reassign(review, command, act);
    case 'snooze':
      return snooze(review, command, act);
    case 'remind':
      return remind(review, command, act);
    case 'close':
      return closeByLead(review, act);
    case 'sign off':
      return signOff(review, command, act);
    case 'redact':
      return redact(review, command, act);
    case 'close on time':
      return closeOnTime(review, act);
    case 'lapse':
      return lapse(review, act);
    case 'note duties': {
      const duties = command.duties.filter(({ key }) => !review.duties.has(key));
      return { events: duties.length > 0 ? [{ type: 'DutiesFellDue', duties }] : [] };
    }
    case 'note unreachable': {
      const { person, why } = command;
      return { events: review.unreachable.has(person) ? [] : [{ type: 'OwnerUnreachable', person, why }] };
    }
    case 'note reachable': {
      const { person } = command;
      return { events: review.unreachable.has(person) ? [{ type: 'OwnerReachable', person }] : [] };
    }
    default:
      return command satisfies never;
  }
}
