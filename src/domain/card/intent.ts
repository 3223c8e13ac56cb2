/** What a person's click or submission asks for. Inboxes parse payloads into this; `decide` says whether they may. */
import { z } from 'zod';
import { outcome } from '../checklist/outcome-rule.ts';
import { promptId } from '../checklist/prompt.ts';
import { givenAnswer } from '../checklist/response.ts';
import { localDate } from '../time/instant.ts';
import { givenWords as words } from '../words.ts';

const review = z.string();
/** The revision of that prompt's answer which the person saw; 0 is "not answered". A stale one is refused. */
const seen = z.strictObject({ prompt: promptId, revision: z.number().int().min(0) });
const seenOnce = z
  .array(seen)
  .min(1)
  .refine((prompts) => new Set(prompts.map(({ prompt }) => prompt)).size === prompts.length, 'name each prompt once');
const intent_ = <T extends string, S extends z.ZodRawShape>(does: T, shape: S) =>
  z.strictObject({ does: z.literal(does), ...shape });

export const reviewIntents = [
  intent_('answer', { review, ...seen.shape, answer: givenAnswer, confirmed: z.boolean().exactOptional() }),
  /** Adds to the answer that stands: what a plain "yes" still owes. */
  intent_('give detail', { review, ...seen.shape, detail: words, confirmed: z.boolean().exactOptional() }),
  intent_('answer as last time', { review, prompts: seenOnce, confirmed: z.boolean().exactOptional() }),
  intent_('answer same as', { review, ...seen.shape, other: promptId, confirmed: z.boolean().exactOptional() }),
  intent_('judge', { review, ...seen.shape, outcome, reason: words, confirmed: z.boolean().exactOptional() }),
  intent_('hand over', { review, prompts: z.array(promptId).min(1), to: z.string(), reason: words.exactOptional() }),
  intent_('reassign', {
    review,
    prompts: z.array(promptId).min(1),
    to: z.string(),
    lasting: z.boolean(),
    reason: words.exactOptional(),
  }),
  intent_('snooze', { review, until: localDate }),
  intent_('remind', { review, person: z.string().exactOptional() }),
  intent_('close', { review }),
  intent_('sign off', { review, answerSet: z.string() }),
  intent_('redact', { review, seal: z.string(), reason: words }),
] as const;

export const reviewIntent = z.discriminatedUnion('does', reviewIntents);
/** What a person may do to a review: the commands of its `decide`. */
export type ReviewIntent = z.infer<typeof reviewIntent>;

export const intent = z.discriminatedUnion('does', [
  ...reviewIntents,
  intent_('open', { program: z.string() }),
  intent_('note change', { program: z.string(), prompt: promptId, because: words }),
]);
export type Intent = z.infer<typeof intent>;

/** The same once more, by who was told what it means; undefined where it knows no confirmation. */
export function confirmed(asked: Intent): Intent | undefined {
  return intent.safeParse({ ...asked, confirmed: true }).data;
}
