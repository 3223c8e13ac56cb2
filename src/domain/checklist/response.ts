/** What a person answers: a response of the prompt's kind, or one of the three ways not to give one. */
import { z } from 'zod';
import { words } from '../words.ts';
import { slug, verdicts } from './answer-kind.ts';

const verdictResponse = z.strictObject({
  kind: z.literal('verdict'),
  verdict: z.enum(verdicts),
  detail: words.exactOptional(),
});
const textResponse = z.strictObject({ kind: z.literal('text'), text: words });
const choicesResponse = z.strictObject({
  kind: z.literal('choices'),
  chosen: z.array(slug).min(1),
  other: words.exactOptional(),
  detail: words.exactOptional(),
});
const numberResponse = z.strictObject({ kind: z.literal('number'), value: z.number(), detail: words.exactOptional() });
const durationResponse = z.strictObject({
  kind: z.literal('duration'),
  /** ISO 8601, days and longer: `P30D`, `P12M`, `P5Y`; hours as `PT4H`. */
  value: z.iso.duration(),
});
const listResponse = z.strictObject({ kind: z.literal('list'), entries: z.array(words).min(1) });

export const partResponse = z.discriminatedUnion('kind', [
  verdictResponse,
  textResponse,
  choicesResponse,
  numberResponse,
  durationResponse,
  listResponse,
]);
export type PartResponse = z.infer<typeof partResponse>;

export const response = z.discriminatedUnion('kind', [
  ...partResponse.options,
  z.strictObject({ kind: z.literal('parts'), parts: z.record(slug, partResponse) }),
]);
export type Response = z.infer<typeof response>;

export const evidence = z.strictObject({
  link: words,
  /** When what it shows was true, which is not when it was handed in. */
  observedAt: z.iso.date(),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).exactOptional(),
});
export type Evidence = z.infer<typeof evidence>;

const beside = { note: words.exactOptional(), evidence: z.array(evidence).default([]) };

export const answer = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('answered'), response, ...beside }),
  z.strictObject({ status: z.literal('not applicable'), reason: words, ...beside }),
  z.strictObject({ status: z.literal("don't know"), reason: words, ...beside }),
  z.strictObject({ status: z.literal('declined'), reason: words, ...beside }),
]);
/** Four different states; "not answered" is the fifth and is no answer at all. */
export type Answer = z.infer<typeof answer>;
