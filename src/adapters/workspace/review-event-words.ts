/** What happened in a review, in one sentence. Verdicts are named; free words and evidence never are. */
import type { ReviewEvent } from '../../domain/review/events.ts';
import { showWholeDate } from '../../domain/time/show.ts';
import { answerInAWord } from './answer-in-a-word.ts';
import { kindsInWords } from './contact-event-words.ts';
import { count } from './counted.ts';
import type { Names } from './names.ts';
import { promptsInWords } from './prompt-words.ts';

export function sayReviewEvent(event: ReviewEvent, names: Names): string {
  switch (event.type) {
    case 'ReviewOpened':
      return `Opened “${event.title}” on checklist ${event.checklist.version} of ${count(event.items.length, 'prompt')}`;
    case 'QuestionAnswered':
      return `${event.carried ? 'Answered as last time' : 'Answered'} ${answerInAWord(event.answer)}: ${names.prompt(event.prompt)}`;
    case 'AnswerJudged':
      return `Judged “${event.outcome}”: ${names.prompt(event.prompt)}`;
    case 'PromptsHandedOver':
      return `${event.how === 'reassigned' ? 'Reassigned' : 'Handed over'} ${promptsInWords(event.prompts, names.prompt)} from ${names.person(event.from)} to ${names.person(event.to)}`;
    case 'PersonSnoozed':
      return `${names.person(event.person)} asked not to be reminded before ${showWholeDate(event.until)}`;
    case 'OwnerUnreachable':
      return `${names.person(event.person)} cannot be reached: ${event.why}`;
    case 'OwnerReachable':
      return `${names.person(event.person)} can be reached again`;
    case 'ReminderRequested':
      return `Asked to remind ${names.person(event.person)}`;
    case 'DutiesFellDue':
      return `${count(event.duties.length, 'thing')} to say fell due: ${kindsInWords(event.duties)}`;
    default:
      return sayEndOfReview(event, names);
  }
}

type End = Extract<
  ReviewEvent,
  {
    type:
      | 'ReviewCompleted'
      | 'ReviewReopened'
      | 'ReviewClosed'
      | 'ReviewSignedOff'
      | 'SignOffVoided'
      | 'ReviewLapsed'
      | 'TextRedacted';
  }
>;

function sayEndOfReview(event: End, names: Names): string {
  switch (event.type) {
    case 'ReviewCompleted':
      return 'Everything is answered; answers can still be corrected';
    case 'ReviewReopened':
      return `Open again: ${names.prompt(event.prompt)}`;
    case 'ReviewClosed':
      return `Closed with ${event.answered} of ${event.asked} answered, because ${event.because}`;
    case 'ReviewSignedOff':
      return 'Signed off';
    case 'SignOffVoided':
      return `The sign-off no longer holds: ${event.because}`;
    case 'ReviewLapsed':
      return 'Lapsed: nobody signed in time';
    case 'TextRedacted':
      return 'Redacted a text; its seal stays';
    default:
      return event satisfies never;
  }
}
