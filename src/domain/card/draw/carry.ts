/** What "all as last time" would carry, listed before it does. */

import { promptOf } from '../../checklist/checklist.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import { givenAt } from '../../review/carry.ts';
import { isLastApprover } from '../../review/sign-off.ts';
import { act, show } from '../action.ts';
import { answerInWords } from '../answer-in-words.ts';
import type { Card, PromptRow } from '../card.ts';
import { head } from '../head.ts';
import { stillOpen, you } from '../part.ts';
import { seen } from '../prompt-actions.ts';
import { type Placed, promptRow, withOutcome } from '../prompt-row.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { age, count } from '../times.ts';
import type { View } from '../view.ts';
import { carriable } from './section.ts';

// A button names every prompt it carries, and Slack gives it 2,000 characters. The rest comes with the next press.
const mostCarried = 15;

export function carryCard(view: Extract<View, { show: 'carry' }>, scene: Scene, rs: ReviewScene): Card {
  const { review, section } = view;
  const all = carriable(scene, rs, section);
  const items = all.slice(0, mostCarried);
  const left = stillOpen(rs, scene.viewer, section).length - all.length;
  const rest =
    left > 0
      ? ` ${count(left, 'other')} in this section cannot be carried and ${left === 1 ? 'is' : 'are'} answered anew.`
      : '';
  const title = sectionTitle(rs.checklist, section);
  const sentence =
    items.length > 0
      ? `Is all of this in ${title} still true? It will be marked as carried from last time.${rest}`
      : `Nothing more in ${title} can be carried from last time.`;
  const back = show('Back', { show: 'section', review, section, page: 1 });
  const careful = isLastApprover(rs.review, scene.viewer);
  return {
    ...head(scene, rs, sentence),
    rows: items.map((item) => lastTimeRow({ scene, rs, item })),
    actions: items.length > 0 && !careful ? [carryAll(rs, items.map(seen)), back] : [back],
    summary: sentence,
  };
}

function carryAll(rs: ReviewScene, prompts: { prompt: string; revision: number }[]) {
  const label = prompts.length === 1 ? 'Yes, still true' : `Yes, all ${prompts.length} still true`;
  return act(label, { does: 'answer as last time', review: rs.review.id, prompts }, { style: 'primary' });
}

/** The last answer in the place of an answer, plainly marked as last time's. */
function lastTimeRow(placed: Placed): PromptRow {
  const { scene, rs, item } = placed;
  const row = promptRow(placed, []);
  if (!item.last) return row;
  const { label, detail } = answerInWords(item.last.answer, promptOf(rs.checklist, item.prompt));
  const when = [{ text: `Last time, by ${you(scene, item.last.by)}, ${age(givenAt(item.last), scene)}` }];
  return {
    ...row,
    answer: { label: withOutcome(label, item.last.outcome), tone: item.last.outcome, detail: [when, ...detail] },
    remarks: row.remarks.filter((remark) => !remark.startsWith('last time')),
  };
}
