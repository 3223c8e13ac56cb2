/** The first message to an owner: which review, why you, until when, how long it takes, and Start. */

import { sectionTitle } from '../../checklist/section-path.ts';
import { currentAnswer, type Item, isOpen } from '../../review/review.ts';
import { cellOf } from '../../review/summary.ts';
import { open, show } from '../action.ts';
import type { Action, Card, Row } from '../card.ts';
import { dueSentence, head } from '../head.ts';
import { asked, maySnooze, minutesOf, ownItems, sectionItems, sectionNames, sectionsOf, stillOpen } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count } from '../times.ts';
import { overseerCard } from './overseer.ts';
import { restInWords } from './tally-rows.ts';
import { byOwnership } from './why.ts';

export function openingCard(scene: Scene, rs: ReviewScene): Card {
  const mine = asked(rs, scene.viewer);
  if (mine.length === 0) return overseerCard(scene, rs);
  const answered = mine.filter((item) => currentAnswer(item)).length;
  const asks = `You own ${count(mine.length, 'prompt')} in ${sectionNames(rs, mine)}.`;
  return {
    ...head(scene, rs, `${asks} ${dueSentence(scene, rs)}`),
    progress: { answered, of: mine.length, label: `${answered} of ${mine.length} answered` },
    rows: [
      ...(isOpen(rs.review) ? byOwnership(scene, rs, mine) : []),
      ...howLong(scene, rs, mine),
      ...sectionsOf(rs, scene.viewer).map((section) => sectionRow(scene, rs, section)),
    ],
    actions: actions(scene, rs, answered),
    summary: `${rs.review.title}: ${asks} ${dueSentence(scene, rs)}`,
  };
}

function howLong(scene: Scene, rs: ReviewScene, mine: readonly Item[]): readonly Row[] {
  const left = mine.filter((item) => !currentAnswer(item));
  const valid = ownItems(rs, scene.viewer).filter((item) => !item.asked && item.last).length;
  const time = `About ${count(minutesOf(rs, left), 'minute')} ${left.length < mine.length ? 'left' : 'in all'}. Every answer is kept as you give it, so stop and go on as you like.`;
  const still = `${count(valid, 'answer')} of yours ${valid === 1 ? 'is' : 'are'} still valid and not asked again.`;
  return [
    ...(left.length > 0 && isOpen(rs.review) ? [{ row: 'text' as const, text: [{ text: time }] }] : []),
    ...(valid > 0 ? [{ row: 'text' as const, text: [{ text: still }] }] : []),
  ];
}

function sectionRow(scene: Scene, rs: ReviewScene, section: string): Row {
  const items = sectionItems(rs, scene.viewer, { section }).filter(({ owner }) => owner === scene.viewer);
  const counted = items.filter((item) => cellOf(rs.review, rs.checklist, item).counts === 'asked');
  const left = counted.filter((item) => !currentAnswer(item));
  const name = sectionTitle(rs.checklist, section);
  const cells = counted.map((item) => cellOf(rs.review, rs.checklist, item).outcome);
  const time = left.length > 0 && isOpen(rs.review) ? `, ${count(minutesOf(rs, left), 'minute')} left` : '';
  return {
    row: 'cells',
    name,
    label: `${counted.length - left.length} of ${counted.length} answered${time}${restInWords(cells)}`,
    cells,
    action: show('Open', { show: 'section', review: rs.review.id, section, page: 1 }, { about: name }),
  };
}

function actions(scene: Scene, rs: ReviewScene, answered: number): readonly Action[] {
  const review = rs.review.id;
  const left = stillOpen(rs, scene.viewer);
  const first = left[0]?.section ?? sectionsOf(rs, scene.viewer)[0];
  const toFirst = first === undefined ? [] : [{ show: 'section' as const, review, section: first, page: 1 }];
  if (!isOpen(rs.review) || left.length === 0) {
    return [...toFirst.map((view) => show('See my answers', view)), show('Why me?', { show: 'why', review })];
  }
  return [
    ...toFirst.map((view) => show(answered > 0 ? 'Go on' : 'Start', view, { style: 'primary' })),
    open('Hand over', { form: 'hand over', review }),
    ...(maySnooze(scene, rs) ? [open('Remind me…', { form: 'snooze', review })] : []),
    show('Why me?', { show: 'why', review }),
  ];
}
