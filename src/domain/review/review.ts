/** The state of a review: only ever a fold of its events. */

import type { SectionId } from '../checklist/checklist.ts';
import type { Outcome } from '../checklist/outcome-rule.ts';
import type { PromptId } from '../checklist/prompt.ts';
import type { Answer } from '../checklist/response.ts';
import type { By, Head, PersonId, ProgramId, ReviewId } from '../event.ts';
import { type Instant, type LocalDate, millisecondsOf, toInstant } from '../time/instant.ts';
import { dateIn } from '../time/zone.ts';
import type { Words } from '../words.ts';
import type { LastAnswer, ReviewOpened } from './events.ts';
import type { Policy } from './policy.ts';

export type ReviewStatus = 'open' | 'complete' | 'closed' | 'signed off' | 'lapsed';

export type GivenAnswer = {
  readonly revision: number;
  readonly answer: Answer;
  /** As the checklist's rule has it; a judgement stands above it. */
  readonly outcome: Outcome;
  readonly by: PersonId;
  readonly at: Instant;
  readonly onBehalfOf?: PersonId;
  readonly carried?: { readonly from: ReviewId; readonly at: Instant; readonly times: number };
  readonly sameAs?: PromptId;
};

export type Judgement = {
  readonly revision: number;
  readonly outcome: Outcome;
  readonly reason: Words;
  readonly by: PersonId;
  readonly at: Instant;
};

/** One prompt as this review asks it. */
export type Item = {
  readonly prompt: PromptId;
  readonly section: SectionId;
  readonly asked?: string;
  readonly validUntil?: LocalDate;
  readonly owner: PersonId;
  readonly judge?: PersonId;
  readonly last?: LastAnswer;
  /** Oldest first; the last one counts. */
  readonly answers: readonly GivenAnswer[];
  readonly judgement?: Judgement;
};

export type Review = Omit<ReviewOpened, 'type' | 'items' | 'policy'> & {
  readonly id: ReviewId;
  readonly programId: ProgramId;
  readonly policy: Policy;
  readonly status: ReviewStatus;
  readonly openedAt: Instant;
  readonly items: ReadonlyMap<PromptId, Item>;
  /** Keys of the duties already noted, each with when. */
  readonly duties: ReadonlyMap<string, Instant>;
  /** Hand-overs still to be told: the new owner hears of them at once. */
  readonly handovers: readonly {
    readonly to: PersonId;
    readonly from: PersonId;
    readonly prompts: readonly PromptId[];
    readonly at: Instant;
    readonly by: By;
    /** From now on, not only in this review: the program is told too. */
    readonly lasting: boolean;
    /** In their giver's words: the new owner reads it. */
    readonly reason?: Words;
  }[];
  /** How many reminders the lead asked for by hand, per person, with the time of the latest. */
  readonly nudges: ReadonlyMap<PersonId, { readonly count: number; readonly at: Instant }>;
  /** Who asked for quiet, when, and until which day. */
  readonly snoozed: ReadonlyMap<PersonId, { readonly until: LocalDate; readonly at: Instant }>;
  readonly unreachable: ReadonlyMap<PersonId, { readonly why: string; readonly at: Instant; readonly times: number }>;
  readonly completedAt?: Instant;
  readonly closed?: {
    readonly at: Instant;
    readonly because: string;
    readonly answerSet: string;
    readonly answered: number;
    readonly asked: number;
    readonly signBy: LocalDate;
    /** Since when a signature is asked for: the closing, or the voiding of an earlier one. */
    readonly signFrom: Instant;
    /** The closing event's own place in the chain. */
    readonly head: Head;
  };
  readonly signOff?: {
    readonly by: PersonId;
    readonly at: Instant;
    readonly statement: string;
    readonly answerSet: string;
    readonly voided?: string;
  };
  /** How often each person became unreachable, ever: the lead hears of every time once. */
  readonly timesUnreachable: ReadonlyMap<PersonId, number>;
  /** How often a sign-off was voided: each time the approvers are asked anew. */
  readonly timesVoided: number;
  /** Who answered or judged anything, ever: they may not sign. */
  readonly took: ReadonlySet<PersonId>;
};

/** For what looks up single prompts, and never at all of them. */
export type AnyOf<R extends { readonly items: ReadonlyMap<PromptId, Item> }> = Omit<R, 'items'> & {
  readonly items: Pick<R['items'], 'get' | 'has'>;
};

export function currentAnswer(item: Item): GivenAnswer | undefined {
  return item.answers.at(-1);
}

/** The day it closed on in the review's zone: one that ends with a day belongs to that day, not to the midnight after. */
export function closedOn({ zone, closed }: Pick<Review, 'zone' | 'closed'>): LocalDate | undefined {
  return closed && dateIn(zone, toInstant(millisecondsOf(closed.at) - 1));
}

/** The judgement of the answer that counts now; one of an older revision is history. */
export function currentJudgement(item: Item): Judgement | undefined {
  return item.judgement?.revision === currentAnswer(item)?.revision ? item.judgement : undefined;
}

export function isOpen({ status }: Pick<Review, 'status'>): boolean {
  return status === 'open' || status === 'complete';
}
