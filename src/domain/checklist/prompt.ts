/** One thing a checklist asks, with everything we know about it. */
import { z } from 'zod';
import { freeKey } from '../free-key.ts';
import { answerKind, slug, verdicts } from './answer-kind.ts';
import { outcomeRule } from './outcome-rule.ts';

export const severities = ['critical', 'high', 'medium', 'low', 'informational'] as const;
export const frequencies = ['monthly', 'quarterly', 'semi-annual', 'annual'] as const;
export type Severity = (typeof severities)[number];
export type Frequency = (typeof frequencies)[number];

/** Section-scoped, e.g. `access-control.mfa`. Never changes once released. */
export const promptId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'write it as section.name, in lower case');

export const controls = z.strictObject({
  framework: z.string(),
  /** Control ids drift between versions, so the key is framework, version and id. */
  version: z.string(),
  ids: z.array(z.string()).min(1),
  /** Ids no public mapping supports: labelled "our judgement" wherever shown. */
  judgement: z.array(z.string()).default([]),
});

const scanner = z.strictObject({
  tool: z.string(),
  /** Benchmark version where the tool's ids depend on one, e.g. `cis-1.12`. */
  version: z.string().exactOptional(),
  ids: z.array(z.string()).min(1),
});

export const prompt = z.strictObject({
  id: promptId,
  form: z.enum(['question', 'sub-question', 'prose']).default('question'),
  /** As printed, `2` or `3.1`; absent on prose. */
  number: z.string().exactOptional(),
  /** Verbatim from the source, its links and footnote marks included. */
  text: z.string().min(1),
  parent: promptId.exactOptional(),
  /** Asked only when that prompt has one of these verdicts; untriggered is outside the denominator. */
  askedIf: z.strictObject({ prompt: promptId, verdict: z.array(z.enum(verdicts)).min(1) }).exactOptional(),
  answer: answerKind,
  outcome: outcomeRule,
  /** The answer we hope for, in plain words. */
  good: z.string(),
  /** What to ask beside an answer that falls short: what stands in, who mends it, by when. */
  followUp: z.string().exactOptional(),
  /** Where the wording has aged: how to read it today. */
  note: z.string().exactOptional(),
  evidence: z.strictObject({ need: z.enum(['required', 'welcome']), accepted: z.string() }),
  owner: freeKey(z.string()),
  /** Who judges, where that is another role than the reviewers of the program. */
  judge: freeKey(z.string()).exactOptional(),
  severity: z.enum(severities),
  /** Where the program chose that standard, the prompt weighs this much instead. */
  severityIf: z.strictObject({ standard: slug, severity: z.enum(severities) }).optional(),
  /** Asks for the same fact as that prompt, so both falling short is one finding, shown there. */
  sameFindingAs: promptId.optional(),
  frequency: z.enum(frequencies),
  /** Asked again when this changes, whatever its frequency, e.g. "scope change". */
  changes: z.string().exactOptional(),
  minutes: z.number().positive(),
  controls: z.array(controls).default([]),
  scanners: z
    .strictObject({ verdict: z.enum(['answers', 'partial', 'derivable']), checks: z.array(scanner) })
    .exactOptional(),
  /** Prompts that ask nearly the same, so "same as …" can copy. */
  related: z.array(promptId).default([]),
  definitions: z.array(slug).default([]),
});
export type Prompt = z.infer<typeof prompt>;
export type PromptId = string;
