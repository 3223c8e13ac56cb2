/** What "all as last time" would carry, listed before it does. */

import { promptOf } from '../../checklist/checklist.ts';
import { outcomeOf } from '../../checklist/outcome.ts';
import type { Outcome } from '../../checklist/outcome-rule.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import { givenAt } from '../../review/carry.ts';
import type { Item } from '../../review/review.ts';
import { isLastApprover } from '../../review/sign-off.ts';
import { act, show } from '../action.ts';
import { answerInWords } from '../answer-in-words.ts';
import type { Action, Card, PromptRow } from '../card.ts';
import { head } from '../head.ts';
import { sectionsOf, stillOpen, you } from '../part.ts';
import type { Placed } from '../placed.ts';
import { seen } from '../prompt-actions.ts';
import { outcomeInWords, promptRow, withOutcome } from '../prompt-row.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { age, count } from '../times.ts';
import type { View } from '../view.ts';
import { carriable } from './section.ts';

// A button names every prompt it carries, and Slack gives it 2,000 characters. The rest comes with the next press.
const mostCarried = 15;

export function carryCard(view: Extract<View, { show: 'carry' }>, scene: Scene, rs: ReviewScene): Card {
  const { section } = view;
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
      ? `Is all of this in ${title} still true? It will be marked as carried from last time.${judging(rs, items)}${rest}`
      : `Nothing more in ${title} can be carried from last time.`;
  const back = show('Back', { ...view, show: 'section', page: view.page ?? 1 });
  const onward = items.length > 0 ? [] : nextOpen(scene, rs, section);
  const careful = isLastApprover(rs.review, scene.viewer);
  return {
    ...head(scene, rs, sentence),
    rows: items.map((item) => lastTimeRow({ scene, rs, item })),
    actions: items.length > 0 && !careful ? [carryAll(rs, items.map(seen)), back] : [...onward, back],
    summary: sentence,
  };
}

/** Where this section is done with, the way on to what is still open. */
function nextOpen(scene: Scene, rs: ReviewScene, section: string): readonly Action[] {
  const review = rs.review.id;
  const open = new Set(stillOpen(rs, scene.viewer).map((item) => item.section));
  const sections = sectionsOf(rs, scene.viewer);
  const at = sections.indexOf(section);
  const next = [...sections.slice(at + 1), ...sections.slice(0, Math.max(at, 0))].find((id) => open.has(id));
  if (next === undefined) return [show('All sections', { show: 'opening', review })];
  const label = `Next: ${sectionTitle(rs.checklist, next)}`;
  return [show(label, { show: 'section', review, section: next, page: 1 }, { style: 'primary' })];
}

function judging(rs: ReviewScene, items: readonly Item[]): string {
  const anew = items.filter((item) => outcomeNow(rs, item) === 'to be judged' && item.last?.outcome !== 'to be judged');
  return anew.length > 0 ? ' Judgements are not carried: a reviewer looks at these answers again.' : '';
}

/** What carrying it would record: the rule is asked again, and the numbers the program sets may have changed. */
function outcomeNow(rs: Placed['rs'], { prompt, last }: Item): Outcome {
  const context = { settings: rs.review.settings, of: () => undefined };
  return last ? outcomeOf(promptOf(rs.checklist, prompt), last.answer, context) : 'to be judged';
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
  const now = outcomeNow(rs, item);
  const then = now === item.last.outcome ? '' : `, then ${outcomeInWords(item.last.outcome)}`;
  const when = [{ text: `Last time, by ${you(scene, item.last.by)}, ${age(givenAt(item.last), scene)}${then}` }];
  return {
    ...row,
    answer: { label: withOutcome(label, now), tone: now, detail: [when, ...detail] },
    remarks: row.remarks.filter((remark) => !remark.startsWith('last time')),
  };
}
