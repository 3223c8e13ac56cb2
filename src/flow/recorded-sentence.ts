/** What to say after an act: what was recorded, in a short sentence. */
import type { ReviewIntent } from '../domain/card/intent.ts';
import type { Recorded } from '../domain/event.ts';
import { nameOf } from '../domain/people.ts';
import type { ReviewEvent } from '../domain/review/events.ts';
import type { Review } from '../domain/review/review.ts';
import { showDate } from '../domain/time/show.ts';
import type { LoadedReview } from './load-review.ts';

export function whatWasRecorded(
  intent: ReviewIntent,
  events: readonly Recorded<ReviewEvent>[],
  { people, review }: Pick<LoadedReview, 'people' | 'review'>,
): string {
  const complete = events.some(({ event }) => event.type === 'ReviewCompleted');
  const all = complete ? ' Everything is answered now; thank you.' : '';
  switch (intent.does) {
    case 'answer':
    case 'answer same as':
      return `Recorded.${all}`;
    case 'give detail':
      return `Added to your answer.${all}`;
    case 'answer as last time': {
      const carried = events.filter(({ event }) => event.type === 'QuestionAnswered').length;
      return carried < intent.prompts.length
        ? `${carried} carried forward; the others were answered meanwhile or have to be answered anew.${all}`
        : `${carried} carried forward, marked as such.${all}`;
    }
    case 'judge':
      return events.some(({ event }) => event.type === 'SignOffVoided')
        ? 'Judged. The sign-off no longer holds and is asked for again.'
        : 'Judged.';
    case 'hand over':
    case 'reassign':
      return handedOver(nameOf(people, intent.to), intent.prompts, review);
    case 'snooze':
      return `Quiet until ${showDate(intent.until, intent.until)}.`;
    case 'remind':
      return `A reminder goes out to ${reminded(events)} in their working hours.`;
    case 'close':
      return 'The review is closed. The approvers are asked to sign.';
    case 'sign off':
      return 'Signed. The statement is in the record, bound to the closed answers.';
    case 'redact':
      return 'Redacted. The record shows that words stood here, and that it still verifies.';
    default:
      return intent satisfies never;
  }
}

function reminded(events: readonly Recorded<ReviewEvent>[]): string {
  const many = events.filter(({ event }) => event.type === 'ReminderRequested').length;
  return many === 1 ? '1 person' : `${many} people`;
}

/** Nobody is written to about what is answered already. */
function handedOver(name: string, prompts: readonly string[], review: Review): string {
  const open = prompts.some((prompt) => review.items.get(prompt)?.answers.length === 0);
  if (open) return `${name} owns this now and hears of it in their working hours.`;
  return `${name} owns this now. It is answered already, so nothing is sent.`;
}
