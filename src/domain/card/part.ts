/** What part somebody has in a review. A card offers what their part allows; `decide` is what permits it. */
import { promptOf, type SectionId } from '../checklist/checklist.ts';
import { sectionTitle } from '../checklist/section-path.ts';
import { waitingByReviewer } from '../review/agenda-judgement.ts';
import { askedItems, isAsked } from '../review/asked.ts';
import { mayJudge } from '../review/decide/judging.ts';
import { currentAnswer, type Item, isOpen, type Review } from '../review/review.ts';
import { inOrder } from '../review/summary.ts';
import { finalOutcome } from '../review/summary-outcome.ts';
import type { ReviewScene, Scene } from './scene.ts';
import { today } from './times.ts';

export function hasPart(review: Review, viewer: string): boolean {
  return (
    oversees(review, viewer) ||
    Object.values(review.accountable).includes(viewer) ||
    [...review.items.values()].some((item) => item.owner === viewer || item.judge === viewer) ||
    review.handovers.some(({ from }) => from === viewer)
  );
}

/** Sees every section, whoever owns it. */
export function oversees(review: Review, viewer: string): boolean {
  return review.lead === viewer || review.approvers.includes(viewer);
}

export function isChannel(review: Review, viewer: string): boolean {
  return review.channel === viewer;
}

/** The viewer's own prompts, in the checklist's order; those still valid are among them. */
export function ownItems(rs: ReviewScene, viewer: string, section?: SectionId): readonly Item[] {
  return inOrder(rs.review, rs.checklist).filter(
    (item) => item.owner === viewer && (section === undefined || item.section === section),
  );
}

/** What a section's card shows this viewer: their own prompts, or all of them to who may look after the section. */
export function sectionItems(
  rs: ReviewScene,
  viewer: string,
  { section, whole }: { readonly section: SectionId; readonly whole?: boolean },
): readonly Item[] {
  const own = ownItems(rs, viewer, section);
  const watches = oversees(rs.review, viewer) || rs.review.accountable[section] === viewer;
  if (!watches || (own.length > 0 && !whole)) return own;
  return inOrder(rs.review, rs.checklist).filter((item) => item.section === section);
}

/** Sections in which this person is asked something, in the checklist's order. */
export function sectionsOf(rs: ReviewScene, viewer: string): readonly SectionId[] {
  return [...new Set(asked(rs, viewer).map((item) => item.section))];
}

export function asked(rs: ReviewScene, viewer: string): readonly Item[] {
  return ownItems(rs, viewer).filter((item) => isAsked(rs.review, rs.checklist, item));
}

export function stillOpen(rs: ReviewScene, viewer: string, section?: SectionId): readonly Item[] {
  return ownItems(rs, viewer, section).filter((item) => !currentAnswer(item) && isAsked(rs.review, rs.checklist, item));
}

/** Answers this person may judge and nobody has. */
export function toJudge(rs: ReviewScene, viewer: string): readonly Item[] {
  if (rs.review.status === 'lapsed') return [];
  return inOrder(rs.review, rs.checklist).filter(
    (item) => currentAnswer(item) && finalOutcome(item) === 'to be judged' && mayJudge(rs.review, item, viewer),
  );
}

/** Whom the review asks to judge now: an approver who may judge is not asked to, since it costs them the signature. */
export function isAskedToJudge(rs: ReviewScene, viewer: string): boolean {
  const { review, checklist } = rs;
  if (review.status === 'signed off' || review.status === 'lapsed') return false;
  return waitingByReviewer(review, askedItems(review, checklist)).has(viewer);
}

/** Reminders can be put off until the due date, so there must be a day before it. */
export function maySnooze(scene: Scene, { review }: ReviewScene): boolean {
  return isOpen(review) && today(scene) < review.due;
}

/** `Governance` and the like, for `5 prompts of Access Control, Logging and Backups`. */
export function sectionNames(rs: ReviewScene, items: readonly Item[]): string {
  const titles = rs.checklist.sections
    .filter(({ id }) => items.some((item) => item.section === id))
    .map(({ id }) => sectionTitle(rs.checklist, id));
  return listed(titles.length > 3 ? [...titles.slice(0, 2), `${titles.length - 2} more sections`] : titles);
}

export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function minutesOf(rs: ReviewScene, items: readonly Item[]): number {
  return Math.ceil(items.reduce((sum, item) => sum + promptOf(rs.checklist, item.prompt).minutes, 0));
}

export function you(scene: Pick<Scene, 'viewer' | 'people'>, id: string): string {
  return id === scene.viewer ? 'you' : (scene.people.get(id)?.name ?? 'a former member');
}
