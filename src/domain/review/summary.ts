/** Where a review stands: answered of how many, what falls short, what nobody answered, what changed. */
import type { Checklist, SectionId } from '../checklist/checklist.ts';
import { promptOf } from '../checklist/checklist.ts';
import { onceEach } from '../checklist/once-each.ts';
import { derivedOutcome } from '../checklist/outcome.ts';
import type { Outcome } from '../checklist/outcome-rule.ts';
import { type PromptId, type Severity, severities } from '../checklist/prompt.ts';
import { sectionTitle } from '../checklist/section-path.ts';
import { severityOf } from '../checklist/severity.ts';
import { isAsked } from './asked.ts';
import { type AnyOf, currentAnswer, type Item, type Review } from './review.ts';
import { type Change, changeOf } from './summary-changes.ts';
import { finalOutcome } from './summary-outcome.ts';

/** The five counts add up to `asked`, the denominator of them all. `stillValid` stands beside it. */
export type Tally = {
  readonly asked: number;
  readonly answered: number;
  readonly meets: number;
  readonly fallsShort: number;
  readonly toBeJudged: number;
  readonly informational: number;
  readonly unanswered: number;
  readonly stillValid: number;
};

/** One prompt's state; `derived` and `still valid` are shown and not counted. */
export type Cell = {
  readonly prompt: PromptId;
  readonly outcome: Outcome | 'unanswered';
  readonly counts: 'asked' | 'still valid' | 'derived' | 'not triggered';
};

export type SectionSummary = Tally & {
  readonly section: SectionId;
  /** Tells it from every other: the heading above comes first where several bear the same. */
  readonly title: string;
  readonly cells: readonly Cell[];
};

/** Several prompts may ask for one fact; together they are one finding, shown at `item`. */
export type Finding = { readonly item: Item; readonly same: readonly Item[] };

export type Summary = Tally & {
  readonly sections: readonly SectionSummary[];
  readonly severities: readonly (Tally & { readonly severity: Severity })[];
  readonly findings: readonly Finding[];
  readonly open: readonly Item[];
  readonly unjudged: readonly Item[];
  readonly changes: readonly Change[];
};

export function summarise(review: Review, checklist: Checklist): Summary {
  const items = inOrder(review, checklist);
  const asked = items.filter((item) => isAsked(review, checklist, item));
  return {
    ...tally(review, checklist, items),
    sections: bySection(review, checklist, items),
    severities: bySeverity(review, checklist, items),
    findings: findings(
      asked.filter((item) => finalOutcome(item) === 'falls short'),
      checklist,
    ),
    open: asked.filter((item) => !currentAnswer(item)),
    unjudged: asked.filter((item) => finalOutcome(item) === 'to be judged'),
    changes: asked.flatMap((item) => changeOf(item) ?? []),
  };
}

/** In the checklist's order, whatever order they were opened in. */
export const inOrder = onceEach((review: Review, checklist): readonly Item[] =>
  checklist.prompts.map(({ id }) => review.items.get(id)).filter((item) => item !== undefined),
);

export function cellOf(review: AnyOf<Pick<Review, 'items'>>, checklist: Checklist, item: Item): Cell {
  const prompt = promptOf(checklist, item.prompt);
  const cell = (outcome: Outcome | undefined, counts: Cell['counts']): Cell => ({
    prompt: item.prompt,
    outcome: outcome ?? 'unanswered',
    counts,
  });
  if (prompt.outcome.by === 'sub-questions')
    return cell(derivedOutcome(prompt.outcome.prompts, standingIn(review)), 'derived');
  if (!item.asked) return cell(finalOutcome(item) ?? item.last?.outcome, 'still valid');
  return cell(finalOutcome(item), isAsked(review, checklist, item) ? 'asked' : 'not triggered');
}

/** A prompt that only sums up others takes what counts now of each: this review's answer, or one that is still valid. */
function standingIn({ items }: AnyOf<Pick<Review, 'items'>>): (prompt: PromptId) => Outcome | undefined {
  return (id) => {
    const item = items.get(id);
    return item && (finalOutcome(item) ?? (item.asked ? undefined : item.last?.outcome));
  };
}

/** What a picture beside the counts shows: a cell for each prompt they count, and none for what is still valid. */
export function askedCells({ cells }: Pick<SectionSummary, 'cells'>): readonly Cell[] {
  return cells.filter(({ counts }) => counts === 'asked');
}

function tally(review: Review, checklist: Checklist, items: readonly Item[]): Tally {
  const cells = items.map((item) => cellOf(review, checklist, item));
  const asked = cells.filter((cell) => cell.counts === 'asked');
  const count = (outcome: Cell['outcome']) => asked.filter((cell) => cell.outcome === outcome).length;
  return {
    asked: asked.length,
    answered: asked.length - count('unanswered'),
    meets: count('meets'),
    fallsShort: count('falls short'),
    toBeJudged: count('to be judged'),
    informational: count('informational'),
    unanswered: count('unanswered'),
    stillValid: cells.filter((cell) => cell.counts === 'still valid').length,
  };
}

function bySection(review: Review, checklist: Checklist, items: readonly Item[]): readonly SectionSummary[] {
  return checklist.sections.flatMap((section) => {
    const inside = items.filter((item) => item.section === section.id);
    if (inside.length === 0) return [];
    return {
      section: section.id,
      title: sectionTitle(checklist, section.id),
      ...tally(review, checklist, inside),
      cells: inside.map((item) => cellOf(review, checklist, item)),
    };
  });
}

function bySeverity(review: Review, checklist: Checklist, items: readonly Item[]): Summary['severities'] {
  const weight = (item: Item) => severityOf(promptOf(checklist, item.prompt), review.standards);
  return severities.flatMap((severity) => {
    const inside = items.filter((item) => weight(item) === severity);
    return inside.length === 0 ? [] : { severity, ...tally(review, checklist, inside) };
  });
}

function findings(short: readonly Item[], checklist: Checklist): readonly Finding[] {
  const among = new Set(short.map((item) => item.prompt));
  const shownAt = (item: Item): PromptId => {
    const same = promptOf(checklist, item.prompt).sameFindingAs;
    return same !== undefined && among.has(same) ? same : item.prompt;
  };
  return short
    .filter((item) => shownAt(item) === item.prompt)
    .map((item) => ({ item, same: short.filter((other) => other !== item && shownAt(other) === item.prompt) }));
}
