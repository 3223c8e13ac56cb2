/** What I owe, lead, must judge or sign, over all reviews. */
import { isOpen } from '../../review/review.ts';
import { eligibleApprovers } from '../../review/sign-off.ts';
import { summarise } from '../../review/summary.ts';
import { act, open, show } from '../action.ts';
import type { Action, Card, Row } from '../card.ts';
import { dueSentence, pauseRows, scopeSpans, zoneSentence } from '../head.ts';
import { asked, hasPart, isAskedToJudge, maySnooze, minutesOf, sectionNames, stillOpen, toJudge } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count, day, today } from '../times.ts';
import { tallyInWords } from './tally-rows.ts';

export function mineCard(scene: Scene): Card {
  const reviews = [...scene.reviews.values()].filter(({ review }) => hasPart(review, scene.viewer));
  const waiting = reviews.reduce((sum, rs) => sum + waits(scene, rs).length, 0);
  const sentence =
    waiting > 0 ? `${count(waiting, 'thing')} ${waiting === 1 ? 'waits' : 'wait'} for you.` : 'Nothing waits for you.';
  return {
    title: 'What waits for you',
    lines: [[{ text: `${sentence} ${zoneSentence(scene)}` }]],
    rows: [...pauseRows(scene), ...reviews.flatMap((rs) => rowsOf(scene, rs)), ...toOpen(scene)],
    actions: [show('Help', { show: 'help' })],
    summary: sentence,
  };
}

type Waiting = { readonly label: string; readonly value: string; readonly action: Action };

/** In the order one would do them. */
function waits(scene: Scene, rs: ReviewScene): readonly Waiting[] {
  return [answers(scene, rs), judgements(scene, rs), signature(scene, rs)].filter((one) => one !== undefined);
}

function rowsOf(scene: Scene, rs: ReviewScene): readonly Row[] {
  const review = rs.review.id;
  const waiting = waits(scene, rs);
  const done = asked(rs, scene.viewer).length > 0 && stillOpen(rs, scene.viewer).length === 0;
  const leads = rs.review.lead === scene.viewer;
  const actions = [
    ...waiting.map(({ action }) => action),
    show('State', { show: 'status', review }),
    ...(rs.review.closed ? [show('Report', { show: 'report', review })] : []),
    ...ownerActions(scene, rs),
    ...leadActions(scene, rs),
  ];
  return [
    { row: 'heading', text: rs.review.title },
    { row: 'text', text: [{ text: `${dueSentence(scene, rs)} ` }, ...scopeSpans(rs)] },
    ...waiting.map(({ label, value }): Row => ({ row: 'fact', label, value })),
    ...putOff(scene, rs),
    ...(done && isOpen(rs.review)
      ? [{ row: 'fact' as const, label: 'To answer', value: 'All yours are answered. Thank you.' }]
      : []),
    ...(leads
      ? [{ row: 'fact' as const, label: 'You lead it', value: tallyInWords(summarise(rs.review, rs.checklist)) }]
      : []),
    { row: 'actions', actions },
  ];
}

/** Whoever put reminders off sees that it held, and until when. */
function putOff(scene: Scene, rs: ReviewScene): readonly Row[] {
  const until = rs.review.snoozed.get(scene.viewer)?.until;
  const waits = isOpen(rs.review) && stillOpen(rs, scene.viewer).length > 0;
  if (until === undefined || !waits || until <= today(scene)) return [];
  return [{ row: 'fact', label: 'Reminders', value: `put off by you until ${day(until, scene)}` }];
}

/** What one can do with all that is one's own, without looking at it first. */
function ownerActions(scene: Scene, rs: ReviewScene): readonly Action[] {
  if (!isOpen(rs.review) || stillOpen(rs, scene.viewer).length === 0) return [];
  const { id: review, title } = rs.review;
  return [
    open('Hand over', { form: 'hand over', review }, { about: title }),
    ...(maySnooze(scene, rs) ? [open('Remind me…', { form: 'snooze', review }, { about: title })] : []),
    show('Why me?', { show: 'why', review }, { about: title }),
  ];
}

function leadActions(scene: Scene, { review: { id: review, title, status, lead } }: ReviewScene): readonly Action[] {
  if (lead !== scene.viewer || (status !== 'open' && status !== 'complete')) return [];
  return [
    ...(status === 'open' ? [act('Remind everybody', { does: 'remind', review }, { about: title })] : []),
    open('Reassign', { form: 'reassign', review }, { about: title }),
    open('Close the review', { form: 'close', review }, { about: title }),
  ];
}

/** What one leads and nothing of is open: before a first review there is nothing else to see here. */
function toOpen({ programs, viewer }: Scene): readonly Row[] {
  return [...(programs?.values() ?? [])].flatMap(({ id, title, lead, preview }): readonly Row[] =>
    lead === viewer && preview
      ? [
          { row: 'heading', text: title },
          {
            row: 'text',
            text: [{ text: 'You lead it. No review of it is open; the next opens on its day, or by your hand.' }],
          },
          {
            row: 'actions',
            actions: [open('Open a review', { form: 'open', program: id }, { about: title })],
          },
        ]
      : [],
  );
}

function answers(scene: Scene, rs: ReviewScene): Waiting | undefined {
  const left = isOpen(rs.review) ? stillOpen(rs, scene.viewer) : [];
  const first = left[0];
  if (!first) return undefined;
  const value = `${count(left.length, 'prompt')} of ${sectionNames(rs, left)}, ${count(minutesOf(rs, left), 'minute')}`;
  const view = { show: 'section', review: rs.review.id, section: first.section, page: 1 } as const;
  return {
    label: 'To answer',
    value,
    action: show('Answer', view, { style: 'primary', about: rs.review.title }),
  };
}

function judgements(scene: Scene, rs: ReviewScene): Waiting | undefined {
  const waiting = isAskedToJudge(rs, scene.viewer) ? toJudge(rs, scene.viewer).length : 0;
  if (waiting === 0) return undefined;
  const action = show('Judge', { show: 'judge', review: rs.review.id, page: 1 }, { about: rs.review.title });
  return { label: 'To judge', value: count(waiting, 'answer'), action };
}

function signature(scene: Scene, rs: ReviewScene): Waiting | undefined {
  const { closed, status } = rs.review;
  if (status !== 'closed' || !closed || !eligibleApprovers(rs.review).includes(scene.viewer)) return undefined;
  const action = show('Read and sign', { show: 'sign-off', review: rs.review.id }, { about: rs.review.title });
  return { label: 'To sign', value: `by ${day(closed.signBy, scene)}`, action };
}
