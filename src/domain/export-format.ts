/** The lines of an exported review, each a JSON object of one kind. The last one seals all bytes before it. */
import { z } from 'zod';
import { outcomes } from './checklist/outcome-rule.ts';
import { answer } from './checklist/response.ts';
import { platforms, streamKinds } from './event.ts';
import { instant, localDate } from './time/instant.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const line = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/** As stored: `body` holds the very bytes that were hashed. */
export const exportedLink = z.strictObject({
  id: z.string(),
  stream: z.strictObject({ kind: z.enum(streamKinds), id: z.string() }),
  version: z.number().int().positive(),
  type: z.string(),
  v: z.number().int(),
  at: instant,
  by: z.string(),
  source: z.strictObject({ via: z.enum([...platforms, 'terminal', 'schedule']), ref: z.string().exactOptional() }),
  body: z.string(),
  previous: hex,
  hash: hex,
});

/** What the review says about itself in its first event, and where its chain stands. */
export const headerLine = line('export', {
  format: z.literal(1),
  review: z.string(),
  program: z.string(),
  title: z.string(),
  scope: z.string(),
  period: z.strictObject({ from: localDate, to: localDate }),
  /** The zone of its dates. Every instant is UTC. */
  zone: z.string(),
  checklist: z.strictObject({ id: z.string(), version: z.string(), hash: hex }),
  /** True for invented people and answers: never evidence of anything. */
  demo: z.boolean(),
  status: z.string(),
  head: z.strictObject({ version: z.number().int(), hash: hex }),
  exportedAt: instant,
  notice: z.literal('A self-assessment. Nothing in it is an audit opinion.'),
});
export type HeaderLine = z.infer<typeof headerLine>;

/** One answer, or a prompt without one. It says again, for people, what the events and texts say. */
export const answerLine = line('answer', {
  prompt: z.string(),
  number: z.string().exactOptional(),
  section: z.string(),
  /** Verbatim, as it was asked. */
  text: z.string(),
  severity: z.string(),
  owner: z.string(),
  /** `not answered` counts as not compliant. `still valid` and `not asked` are outside every score. */
  state: z.enum(['answered', 'not applicable', "don't know", 'declined', 'not answered', 'still valid', 'not asked']),
  /** Superseded answers are here too, and false. */
  current: z.boolean(),
  revision: z.number().int(),
  answer: answer.exactOptional(),
  outcome: z.enum(outcomes).exactOptional(),
  by: z.string().exactOptional(),
  at: instant.exactOptional(),
  onBehalfOf: z.string().exactOptional(),
  carriedFrom: z.string().exactOptional(),
  judged: z
    .strictObject({ outcome: z.enum(outcomes), reason: z.string(), by: z.string(), at: instant })
    .exactOptional(),
  validUntil: localDate.exactOptional(),
});
export type AnswerLine = z.infer<typeof answerLine>;

export const exportLine = z.discriminatedUnion('kind', [
  headerLine,
  line('checklist', { checklist: z.looseObject({ id: z.string() }) }),
  /** Who the opaque ids are today. Names are outside the chain, so that a person can be erased. */
  line('person', { id: z.string(), name: z.string(), title: z.string().exactOptional() }),
  line('event', { link: exportedLink }),
  line('text', { seal: hex, salt: z.string(), text: z.string() }),
  /** Why a text is missing, where another review's stream says so. */
  line('redaction', { link: exportedLink }),
  /** The ledger: what contacts were told about this review, or were not. */
  line('delivery', { link: exportedLink }),
  answerLine,
  line('end', { sha256: hex }),
]);
export type ExportLine = z.infer<typeof exportLine>;

export function writeLine(value: ExportLine): string {
  return `${JSON.stringify(value)}\n`;
}
