/** A versioned bank of prompts. A review is pinned to one by its hash. */
import { z } from 'zod';
import { freeKey } from '../free-key.ts';
import { slug } from './answer-kind.ts';
import { type Prompt, type PromptId, prompt, promptId } from './prompt.ts';

const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'write a version as 1.0.0');

/** A heading of the source, kept even where it holds no prompt. */
export const section = z.strictObject({
  id: freeKey(slug),
  title: z.string(),
  /** The heading's level in the source, 2 for `##`; levels may be skipped. */
  level: z.number().int().min(1).max(6),
});
export type Section = z.infer<typeof section>;
export type SectionId = string;

const definition = z.strictObject({ id: slug, term: z.string(), text: z.string(), mark: z.string().exactOptional() });

/** What a program may set for the threshold rules of this checklist, e.g. `vulnerability.fix-time.critical`. */
const setting = z.strictObject({ id: promptId, kind: z.enum(['number', 'duration']), title: z.string() });

/** A prompt no longer asked. Its id is never used again, and old reviews still show it from their pinned checklist. */
const superseded = z.strictObject({ id: promptId, since: version, by: z.array(promptId).default([]) });

export const checklist = z.strictObject({
  id: slug,
  title: z.string(),
  version,
  licence: z.string(),
  source: z.strictObject({ title: z.string(), author: z.string(), url: z.url(), commit: z.string() }).exactOptional(),
  definitions: z.array(definition).default([]),
  settings: z.array(setting).default([]),
  superseded: z.array(superseded).default([]),
  /** In the order of the source: the tree is read off the levels. */
  sections: z.array(section).min(1),
  /** In the order asked; each names its section. */
  prompts: z.array(
    prompt.extend({ section: slug, /** Opt-in pack it belongs to, if any. */ pack: slug.exactOptional() }),
  ),
});
export type Checklist = z.infer<typeof checklist>;
export type ChecklistPrompt = Checklist['prompts'][number];

/** The prompt of that id. A review never names one its pinned checklist lacks, so absence is a bug. */
export function promptOf(checklist: Pick<Checklist, 'prompts' | 'id'>, id: PromptId): ChecklistPrompt {
  const found = byId(checklist).get(id);
  if (!found) throw new Error(`Checklist ${checklist.id} has no prompt ${id}.`);
  return found;
}

const indexes = new WeakMap<object, ReadonlyMap<PromptId, ChecklistPrompt>>();

function byId(checklist: Pick<Checklist, 'prompts'>): ReadonlyMap<PromptId, ChecklistPrompt> {
  const known = indexes.get(checklist.prompts);
  if (known) return known;
  const made = new Map(checklist.prompts.map((prompt) => [prompt.id, prompt]));
  indexes.set(checklist.prompts, made);
  return made;
}

export function sectionOf(checklist: Checklist, id: SectionId): Section {
  const found = checklist.sections.find((section) => section.id === id);
  if (!found) throw new Error(`Checklist ${checklist.id} has no section ${id}.`);
  return found;
}

export type { Prompt, PromptId };
