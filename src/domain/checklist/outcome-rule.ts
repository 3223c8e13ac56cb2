/** How an answer becomes an outcome, as a checklist file states it for one prompt. */
import { z } from 'zod';
import { slug, verdicts } from './answer-kind.ts';

/** What an answer amounts to. Never answered and expired are no outcome at all: they are not "meets". */
export const outcomes = ['meets', 'falls short', 'to be judged', 'informational'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof outcome>;

const byVerdict = z.strictObject({ by: z.literal('verdict'), outcomes: z.record(z.enum(verdicts), outcome) });
const byOption = z.strictObject({
  by: z.literal('option'),
  /** Every option has its outcome; of several chosen the worst counts. */
  outcomes: z.record(slug, outcome),
});
const byThreshold = z.strictObject({
  by: z.literal('threshold'),
  /** The program's setting that holds the number (or the ISO 8601 duration). Unset means `unset`. */
  setting: z.string(),
  must: z.enum(['be at most', 'be at least']),
  unset: outcome.default('to be judged'),
});
const byReviewer = z.strictObject({ by: z.literal('reviewer') });
const informational = z.strictObject({ by: z.literal('nothing') });

export const partRule = z.discriminatedUnion('by', [byVerdict, byOption, byThreshold, byReviewer, informational]);
export type PartRule = z.infer<typeof partRule>;

export const outcomeRule = z.discriminatedUnion('by', [
  byVerdict,
  byOption,
  byThreshold,
  byReviewer,
  informational,
  /** The worst of the parts; a part without a rule is outside the roll-up. */
  z.strictObject({ by: z.literal('parts'), parts: z.record(slug, partRule) }),
  /** Derived from these sub-questions: no finding of its own and outside every denominator. */
  z.strictObject({ by: z.literal('sub-questions'), prompts: z.array(z.string()).min(1) }),
]);
export type OutcomeRule = z.infer<typeof outcomeRule>;
