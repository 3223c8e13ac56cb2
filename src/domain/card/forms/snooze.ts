/** "I will do it by …": no reminders until that day. */
import type { Refusal } from '../../event.ts';
import { overFor } from '../../review/decide/refusals.ts';
import { type LocalDate, localDate } from '../../time/instant.ts';
import { addDays, earlierOf, weekdayOf } from '../../time/local-date.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import { stillOpen } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, misfit, type Sent } from '../sent.ts';
import { count, day, today } from '../times.ts';

type SnoozeRef = Extract<FormRef, { form: 'snooze' }>;

export function snoozeForm(ref: SnoozeRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const over = overFor(rs.review);
  if (over) return over;
  const left = stillOpen(rs, scene.viewer).length;
  if (left === 0)
    return {
      refused: 'not possible',
      sentence: 'Nothing of this review waits for you, so there is nothing to put off.',
    };
  const { due } = rs.review;
  if (due <= today(scene)) {
    return {
      refused: 'not possible',
      sentence: `It was due ${day(due, scene)}, so reminders can no longer be put off.`,
    };
  }
  return {
    ref,
    title: 'Remind me later',
    lines: [
      `${count(left, 'prompt')} of yours ${left === 1 ? 'is' : 'are'} open, due ${day(due, scene)}.`,
      'You hear nothing about this review before the day you choose. The due date stays.',
    ],
    fields: [{ id: 'until', label: 'Remind me on', input: 'date', value: suggested(today(scene), due) }],
    submit: 'Remind me then',
  };
}

/** The day after tomorrow, or the Monday after when that is a weekend. */
function suggested(from: LocalDate, due: LocalDate): LocalDate {
  const soon = addDays(from, 2);
  return earlierOf(weekdayOf(soon) > 5 ? addDays(soon, 8 - weekdayOf(soon)) : soon, due);
}

export function snoozeSent(ref: SnoozeRef, values: FormValues, { scene, rs }: { scene: Scene; rs: ReviewScene }): Sent {
  const until = lineIn(values, 'until');
  if (!localDate.safeParse(until).success) return misfit('until', 'Write a day as 2026-11-23.');
  if (until <= today(scene)) return misfit('until', 'Choose a day after today.');
  const { due } = rs.review;
  if (until > due) return misfit('until', `It is due ${day(due, scene)}; choose that day or an earlier one.`);
  return asks({ does: 'snooze', review: ref.review, until });
}
