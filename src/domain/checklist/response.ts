/** What a person answers: a response of the prompt's kind, or one of the three ways not to give one. */
import { z } from 'zod';
import { givenWords, words as keptWords, type Words } from '../words.ts';
import { slug, verdicts } from './answer-kind.ts';

/** As the record keeps it, its words under their seals. */
export const answer = answerWith(keptWords);
/** As it comes in from outside, where nobody may name a seal. */
export const givenAnswer = answerWith(givenWords);

/** Four different states; "not answered" is the fifth and is no answer at all. */
export type Answer = z.infer<typeof answer>;
export type Response = Extract<Answer, { status: 'answered' }>['response'];
export type PartResponse = Exclude<Response, { kind: 'parts' }>;
export type Evidence = Answer['evidence'][number];

function answerWith(words: z.ZodType<Words>) {
  const part = partWith(words);
  const response = z.discriminatedUnion('kind', [
    ...part.options,
    z.strictObject({ kind: z.literal('parts'), parts: z.record(slug, part) }),
  ]);
  const evidence = z.strictObject({
    link: words,
    /** When what it shows was true, which is not when it was handed in. */
    observedAt: z.iso.date(),
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).exactOptional(),
  });
  const beside = { note: words.exactOptional(), evidence: z.array(evidence).default([]) };
  return z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('answered'), response, ...beside }),
    z.strictObject({ status: z.literal('not applicable'), reason: words, ...beside }),
    z.strictObject({ status: z.literal("don't know"), reason: words, ...beside }),
    z.strictObject({ status: z.literal('declined'), reason: words, ...beside }),
  ]);
}

function partWith(words: z.ZodType<Words>) {
  const detail = words.exactOptional();
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('verdict'), verdict: z.enum(verdicts), detail }),
    z.strictObject({ kind: z.literal('text'), text: words }),
    z.strictObject({ kind: z.literal('choices'), chosen: z.array(slug).min(1), other: words.exactOptional(), detail }),
    z.strictObject({ kind: z.literal('number'), value: z.number(), detail }),
    /** ISO 8601, days and longer: `P30D`, `P12M`, `P5Y`; hours as `PT4H`. */
    z.strictObject({ kind: z.literal('duration'), value: z.iso.duration() }),
    z.strictObject({ kind: z.literal('list'), entries: z.array(words).min(1) }),
  ]);
}
