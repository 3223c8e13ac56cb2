/** One section of what the viewer owns, page by page, and what one can do with all of it. */

import { promptOf } from '../../checklist/checklist.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import { isAsked } from '../../review/asked.ts';
import { mayCarry } from '../../review/carry.ts';
import { currentAnswer, type Item, isOpen } from '../../review/review.ts';
import { isLastApprover } from '../../review/sign-off.ts';
import { inOrder } from '../../review/summary.ts';
import { open, show } from '../action.ts';
import type { Action, Card, PromptRow } from '../card.ts';
import { formOnCard } from '../forms/section-on-card.ts';
import { dueSentence, head } from '../head.ts';
import { type Page, pageOf, promptsPerPage } from '../paging.ts';
import { listed, maySnooze, ownItems, sectionItems, sectionsOf, stillOpen } from '../part.ts';
import type { Placed } from '../placed.ts';
import { promptActions } from '../prompt-actions.ts';
import { promptRow } from '../prompt-row.ts';
import { sameRows } from '../same-row.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import type { View } from '../view.ts';

type SectionView = Extract<View, { show: 'section' }>;

export function sectionCard(view: SectionView, scene: Scene, rs: ReviewScene): Card {
  const items = sectionItems(rs, scene.viewer, view);
  const title = sectionTitle(rs.checklist, view.section);
  if (items.length === 0) return emptyCard(scene, rs, title);
  const page = pageOf(items, view.page);
  const asked = items.filter((item) => isAsked(rs.review, rs.checklist, item));
  const answered = asked.filter((item) => currentAnswer(item)).length;
  const sentence = `${whose(scene, rs, view.section)} ${dueSentence(scene, rs)}`;
  const pages = page.pages > 1 ? `, page ${page.page} of ${page.pages}` : '';
  const careful = isLastApprover(rs.review, scene.viewer);
  const form = formOnCard({ section: view.section, page: page.page }, page.entries, { scene, rs });
  return {
    ...head(scene, rs, sentence),
    progress: { answered, of: asked.length, label: `${answered} of ${asked.length} answered${pages}` },
    rows: sameRows(page.entries, { scene, rs, whole: view.whole, careful }, rowOf),
    actions: [...wholeActions({ ...view, page: page.page }, scene, rs), ...turning(view, { scene, rs, page })],
    ...(form && { form }),
    summary: `${title}: ${answered} of ${asked.length} answered. ${dueSentence(scene, rs)}`,
  };
}

function rowOf(placed: Placed, careful: boolean): PromptRow {
  return promptRow(placed, promptActions(placed, careful));
}

/** What "all as last time" would carry here: the viewer's own, still open, and allowed. */
export function carriable(scene: Scene, rs: ReviewScene, section: string): readonly Item[] {
  return isOpen(rs.review) ? toCarry(rs, stillOpen(rs, scene.viewer, section)) : [];
}

function toCarry({ review, checklist }: ReviewScene, left: readonly Item[]): readonly Item[] {
  return left.filter((item) => mayCarry(item, promptOf(checklist, item.prompt), review));
}

function whose(scene: Scene, rs: ReviewScene, section: string): string {
  const title = sectionTitle(rs.checklist, section);
  const inside = inOrder(rs.review, rs.checklist).filter((item) => item.section === section);
  const wanted = inside.filter((item) => isAsked(rs.review, rs.checklist, item));
  const all = wanted.length > 0 ? wanted : inside;
  const mine = all.filter(({ owner }) => owner === scene.viewer).length;
  if (mine === all.length) return `You own ${title}.`;
  if (mine > 0) return `${mine} of the ${all.length} prompts of ${title} ${mine === 1 ? 'is' : 'are'} yours.`;
  const owners = [...new Set(all.map(({ owner }) => scene.people.get(owner)?.name ?? 'A former member'))];
  const own = owners.length === 1 ? `${owners[0]} owns ${title}.` : `${listed(owners)} own ${title}.`;
  return rs.review.accountable[section] === scene.viewer ? `${own} ${accountably(scene, rs, section)}` : own;
}

/** Whoever gave their part away sees more than before, and would not know why. */
function accountably(scene: Scene, { review }: ReviewScene, section: string): string {
  const gave = review.handovers.some(
    ({ from, by, prompts }) =>
      from === scene.viewer && by === scene.viewer && prompts.some((id) => review.items.get(id)?.section === section),
  );
  const may = isOpen(review) ? ', and may answer for whoever owns it' : '';
  return `${gave ? 'You handed your part over. ' : ''}You are accountable for it, so you see all of it${may}.`;
}

function wholeActions(view: SectionView, scene: Scene, rs: ReviewScene): readonly Action[] {
  const { review, section } = view;
  if (!isOpen(rs.review)) return [];
  const own = ownItems(rs, scene.viewer, section);
  const left = stillOpen(rs, scene.viewer, section);
  const carried = toCarry(rs, left).length;
  const leads = rs.review.lead === scene.viewer;
  return [
    ...(left.length > 0
      ? [
          open(
            'Answer the rest',
            { form: 'section', review, section, page: formPage(view, own, left) },
            { style: 'primary' },
          ),
        ]
      : []),
    ...(carried > 0 ? [show(`All as last time (${carried})`, { ...view, show: 'carry' })] : []),
    ...(own.length > 0 ? [open('Hand over', { form: 'hand over', review, section })] : []),
    ...(leads ? [open('Reassign', { form: 'reassign', review, section })] : []),
    ...(left.length > 0 && maySnooze(scene, rs) ? [open('Remind me…', { form: 'snooze', review })] : []),
    show('Why me?', { show: 'why', review }),
  ];
}

/** The form's pages hold the viewer's own prompts: the next of them, from here on, with something open. */
function formPage(view: SectionView, own: readonly Item[], left: readonly Item[]): number {
  const pages = left.map((item) => Math.floor(own.indexOf(item) / promptsPerPage) + 1);
  const from = view.whole ? 1 : pageOf(own, view.page).page;
  return pages.find((page) => page >= from) ?? pages[0] ?? 1;
}

type Turning = { readonly scene: Scene; readonly rs: ReviewScene; readonly page: Page<Item> };

function turning(view: SectionView, { scene, rs, page }: Turning): readonly Action[] {
  const { review, section } = view;
  const sections = sectionsOf(rs, scene.viewer);
  const next = sections[sections.indexOf(section) + 1];
  const before = page.page > 1 ? [show('Previous page', { ...view, page: page.page - 1 })] : [];
  if (page.page < page.pages) return [...before, show('Next page', { ...view, page: page.page + 1 })];
  const onward =
    next !== undefined && sections.includes(section)
      ? [show(`Next: ${sectionTitle(rs.checklist, next)}`, { show: 'section', review, section: next, page: 1 })]
      : [];
  return [...before, ...onward, show('All sections', { show: 'opening', review })];
}

function emptyCard(scene: Scene, rs: ReviewScene, title: string): Card {
  const sentence = `Nothing in ${title} is yours. ${dueSentence(scene, rs)}`;
  return {
    ...head(scene, rs, sentence),
    rows: [],
    actions: [show('All sections', { show: 'opening', review: rs.review.id })],
    summary: sentence,
  };
}
