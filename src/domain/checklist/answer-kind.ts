/** The kinds of answer a prompt can ask for, as a checklist file states them. */
import { z } from 'zod';

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
  .refine((name) => !(name in {}), 'this name means something of its own in the record, choose another one');

export const verdicts = ['yes', 'no', 'partly'] as const;
export type Verdict = (typeof verdicts)[number];

const option = z.strictObject({
  id: slug,
  /** As printed on the checklist. */
  label: z.string(),
  /** What we print today where the checklist's wording has aged. */
  modern: z.string().exactOptional(),
});

const verdictKind = z.strictObject({
  kind: z.literal('verdict'),
  /** Asked after the verdict is saved; "detail owed" stays visible until given. */
  detail: z.strictObject({ when: z.array(z.enum(verdicts)).min(1), ask: z.string() }).exactOptional(),
});
const textKind = z.strictObject({ kind: z.literal('text') });
const choicesKind = z.strictObject({
  kind: z.literal('choices'),
  options: z.array(option).min(2),
  /** `one` is a single choice, `many` at least one. */
  choose: z.enum(['one', 'many']),
  /** An option whose choice needs words beside it, as in "Other". */
  other: slug.exactOptional(),
  detail: z.string().exactOptional(),
});
const numberKind = z.strictObject({ kind: z.literal('number'), unit: z.string(), detail: z.string().exactOptional() });
const durationKind = z.strictObject({ kind: z.literal('duration') });
const listKind = z.strictObject({
  kind: z.literal('list'),
  /** What one entry holds, e.g. "provider, region, service model". */
  entry: z.string(),
  /** `standards`: one entry per standard the program chose. */
  per: z.literal('standards').exactOptional(),
});

export const partKind = z.discriminatedUnion('kind', [
  verdictKind,
  textKind,
  choicesKind,
  numberKind,
  durationKind,
  listKind,
]);
export type PartKind = z.infer<typeof partKind>;

const part = z.strictObject({
  id: slug,
  label: z.string(),
  answer: partKind,
  /** The answer is accepted without it; `neededIf` may still owe it as detail. */
  optional: z.boolean().default(false),
  neededIf: z.strictObject({ part: slug, verdict: z.array(z.enum(verdicts)).min(1) }).optional(),
});
export type Part = z.infer<typeof part>;

const partsKind = z.strictObject({ kind: z.literal('parts'), parts: z.array(part).min(2) });
export type PartsKind = z.infer<typeof partsKind>;

export const answerKind = z.discriminatedUnion('kind', [
  verdictKind,
  textKind,
  choicesKind,
  numberKind,
  durationKind,
  listKind,
  partsKind,
]);
export type AnswerKind = z.infer<typeof answerKind>;
