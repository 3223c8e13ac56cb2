/** Small acts beside answering: be reminded later, remind somebody, take words out of the record. */
import type { ReviewIntent } from '../../card/intent.ts';
import type { Decision } from '../../event.ts';
import { isBlank } from '../../invisible.ts';
import { nameOf } from '../../people.ts';
import { holdsSeal } from '../../redact.ts';
import { showDate } from '../../time/show.ts';
import { dateIn } from '../../time/zone.ts';
import { openItems } from '../asked.ts';
import type { Acting } from '../command.ts';
import type { ReviewEvent } from '../events.ts';
import type { Review } from '../review.ts';
import { overFor } from './refusals.ts';

type IntentTo<D extends ReviewIntent['does']> = Extract<ReviewIntent, { does: D }>;

/** Quiet until that day; never past the due date, and an escalation is not put off by it. */
export function snooze(review: Review, command: IntentTo<'snooze'>, act: Acting): Decision<ReviewEvent> {
  const over = overFor(review);
  if (over) return over;
  if (act.by === 'muster' || openItems(review, act.checklist, act.by).length === 0) {
    return {
      refused: 'not possible',
      sentence: 'Nothing of this review waits for you, so there is nothing to put off.',
    };
  }
  const zone = act.people.get(act.by)?.zone ?? review.zone;
  const { until } = command;
  const wrong =
    until <= dateIn(zone, act.at)
      ? 'Choose a day after today.'
      : until > review.due
        ? `It is due on ${showDate(review.due, dateIn(zone, act.at))}; choose that day or an earlier one.`
        : undefined;
  if (wrong) return { refused: 'does not fit', sentence: wrong, fields: [{ field: 'until', sentence: wrong }] };
  return { events: [{ type: 'PersonSnoozed', person: act.by, until }] };
}

/** By the lead's hand, once a day for each person at most: nobody is nagged. */
export function remind(review: Review, command: IntentTo<'remind'>, act: Acting): Decision<ReviewEvent> {
  const over = overFor(review);
  if (over) return over;
  if (act.by !== review.lead) {
    return {
      refused: 'not yours',
      sentence: `${nameOf(act.people, review.lead)} leads this review and sends reminders.`,
    };
  }
  const waiting = new Set(openItems(review, act.checklist, command.person).map((item) => item.owner));
  if (waiting.size === 0)
    return { refused: 'not possible', sentence: 'Nothing is open there, so nobody needs reminding.' };
  const today = dateIn(review.zone, act.at);
  const due = [...waiting].filter((person) => {
    const nudge = review.nudges.get(person);
    return !nudge || dateIn(review.zone, nudge.at) < today;
  });
  if (due.length === 0)
    return { refused: 'not possible', sentence: 'They were reminded by you today already. Once a day is enough.' };
  return { events: due.map((person) => ({ type: 'ReminderRequested', person })) };
}

export function redact(review: Review, command: IntentTo<'redact'>, act: Acting): Decision<ReviewEvent> {
  if (act.by !== review.lead) {
    return {
      refused: 'not yours',
      sentence: `${nameOf(act.people, review.lead)} leads this review and redacts its words.`,
    };
  }
  if (!holdsSeal(review, command.seal)) {
    return { refused: 'unknown', sentence: 'Those words are not in this review, or are redacted already.' };
  }
  if (isBlank(command.reason.text ?? '')) {
    const sentence = 'Say why in a few words; the record keeps the reason.';
    return { refused: 'does not fit', sentence, fields: [{ field: 'reason', sentence }] };
  }
  return { events: [{ type: 'TextRedacted', seal: command.seal, reason: command.reason }] };
}
