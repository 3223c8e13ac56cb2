/** The state of a program: what its file said last, what its events changed since, and its reviews. */
import type { PromptId } from '../checklist/prompt.ts';
import type { PersonId, ProgramId, ReviewId } from '../event.ts';
import type { Instant } from '../time/instant.ts';
import type { ProgramSettings } from './settings.ts';

export type PlannedReview = {
  readonly tick: Instant;
  readonly review?: ReviewId;
  /** When it was opened, or found missed. */
  readonly at?: Instant;
  readonly missed?: string;
  /** By which cadence it was planned. */
  readonly cadence?: ProgramSettings['cadence'];
};

export type Program = {
  readonly id: ProgramId;
  readonly settings: ProgramSettings;
  readonly checklistHash: string;
  /** No file names it any more: nothing opens. */
  readonly retired: boolean;
  /** Owners set "from now on" by a lead; they stand above the file. */
  readonly owners: ReadonlyMap<PromptId, PersonId>;
  /** Lasting hand-overs of reviews that were taken over already, each by its key. */
  readonly taken: ReadonlySet<string>;
  /** Prompts whose answer may have changed since, so that the next review asks them. */
  readonly changed: ReadonlyMap<PromptId, Instant>;
  /** Planned, held and missed; oldest first. */
  readonly reviews: readonly PlannedReview[];
};

/** The planned review; undefined when none is, or the cadence it was planned by is no longer the program's. */
export function nextTick(program: Program): Instant | undefined {
  if (program.retired) return undefined;
  const planned = program.reviews.find((one) => !one.review && !one.missed);
  const { cron, zone } = program.settings.cadence;
  const outdated = planned?.cadence && (planned.cadence.cron !== cron || planned.cadence.zone !== zone);
  return outdated ? undefined : planned?.tick;
}

export function lastReview(program: Program): ReviewId | undefined {
  return program.reviews.findLast((planned) => planned.review)?.review;
}

export function handoverKey({ review, handover }: { readonly review: ReviewId; readonly handover: number }): string {
  return `${review}/${handover}`;
}
