/** A program as its file states it, people already turned into opaque ids. */
import { z } from 'zod';
import { slug } from '../checklist/answer-kind.ts';
import { promptId } from '../checklist/prompt.ts';
import { platforms } from '../event.ts';
import { freeKey } from '../free-key.ts';
import { policy } from '../review/policy.ts';

const person = z.string();

export const channel = z.strictObject({
  platform: z.enum(platforms),
  /** As the platform names it. */
  id: z.string().min(1),
  name: z.string().exactOptional(),
});
export type Channel = z.infer<typeof channel>;

export const programSettings = z.strictObject({
  id: slug,
  title: z.string().min(1).max(120),
  checklist: slug,
  packs: z.array(slug).default([]),
  scope: z.string().min(1).max(300),
  /** Wall time in `zone`, five fields. */
  cadence: z.strictObject({ cron: z.string(), zone: z.string() }),
  /** How much time a review speaks about, ending the day before it opens. */
  period: z.enum(['month', 'quarter', 'half-year', 'year']).default('quarter'),
  channel: channel.exactOptional(),
  lead: person,
  approvers: z.array(person).min(1),
  /** Everybody the program file names: who may be handed something. */
  members: z.array(person).default([]),
  roles: z.record(freeKey(z.string()), person),
  /** Exceptions to "the person of its role". */
  sections: z
    .record(slug, z.strictObject({ owner: person.exactOptional(), accountable: person.exactOptional() }))
    .default({}),
  prompts: z.record(promptId, person).default({}),
  policy: policy.prefault({}),
  /** The numbers thresholds compare with, e.g. `vulnerability.fix-time.critical: P30D`. */
  settings: z.record(freeKey(z.string()), z.union([z.string(), z.number()])).default({}),
  standards: z.array(slug).default([]),
  demo: z.boolean().default(false),
});
export type ProgramSettings = z.infer<typeof programSettings>;
