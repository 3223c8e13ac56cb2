/** What stands in a checklist's files. The domain's shapes, split over files, with two comforts for whoever writes them. */
import { z } from 'zod';
import { slug } from '../../domain/checklist/answer-kind.ts';
import { checklist, section } from '../../domain/checklist/checklist.ts';
import { controls, prompt, promptId } from '../../domain/checklist/prompt.ts';

/** Ids that are the same in several versions of a framework may share one row. */
const controlRow = z.union([
  controls,
  controls
    .omit({ version: true })
    .extend({ versions: z.array(z.string()).min(2) })
    .transform(({ versions, ...row }) => versions.map((version) => ({ ...row, version }))),
]);

const promptEntry = prompt.extend({
  controls: z
    .array(controlRow)
    .default([])
    .transform((rows) => rows.flat()),
});

/** `checklist.yaml`: everything but the prompts. */
export const checklistFile = checklist.omit({ prompts: true });
export type ChecklistFile = z.infer<typeof checklistFile>;

/** One file a section that holds prompts, in the order asked. */
export const sectionFile = z.strictObject({ section: slug, prompts: z.array(promptEntry).min(1) });
export type SectionFile = z.infer<typeof sectionFile>;

/** `packs/<name>.yaml`: prompts a program may opt in to; each follows those of its section. */
export const packFile = z.strictObject({
  pack: slug,
  title: z.string(),
  source: checklist.shape.source,
  sections: z.array(section.extend({ after: slug })).default([]),
  prompts: z.array(promptEntry.extend({ section: slug })).min(1),
});
export type PackFile = z.infer<typeof packFile>;

/** `released.json`: the SHA-256 of each released prompt's verbatim text. */
export const releasedFile = z.record(promptId, z.string().regex(/^[0-9a-f]{64}$/, 'write a SHA-256 in hex'));
export type ReleasedFile = z.infer<typeof releasedFile>;
