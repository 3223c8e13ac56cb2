/** Who owns what: prompt entry, else section entry, else the person of its role. */
import type { Checklist, ChecklistPrompt, SectionId } from '../checklist/checklist.ts';
import type { PromptId } from '../checklist/prompt.ts';
import type { PersonId } from '../event.ts';
import type { ProgramSettings } from './settings.ts';

export type Ownership = {
  /** Undefined when nobody fills the prompt's role: such a program does not pass its check. */
  readonly ownerOf: (prompt: ChecklistPrompt) => PersonId | undefined;
  readonly accountableFor: (section: SectionId) => PersonId | undefined;
};

type Owning = Pick<ProgramSettings, 'prompts' | 'sections' | 'roles'>;

export function ownership(
  settings: Owning,
  checklist: Checklist,
  lasting: ReadonlyMap<PromptId, PersonId> = new Map(),
): Ownership {
  const ownerOf = (prompt: ChecklistPrompt) => lasting.get(prompt.id) ?? fromFile(settings, prompt);
  const accountableFor = (section: SectionId) => {
    const entry = settings.sections[section];
    return entry?.accountable ?? entry?.owner ?? mostOften(prompts(checklist, section).map(ownerOf));
  };
  return { ownerOf, accountableFor };
}

/** Owners a lead set from now on that the file does not name yet. */
export function drift(
  settings: Owning,
  checklist: Checklist,
  lasting: ReadonlyMap<PromptId, PersonId>,
): readonly { readonly prompt: PromptId; readonly file: PersonId | undefined; readonly now: PersonId }[] {
  return checklist.prompts.flatMap((prompt) => {
    const now = lasting.get(prompt.id);
    const file = fromFile(settings, prompt);
    return now && now !== file ? [{ prompt: prompt.id, file, now }] : [];
  });
}

function fromFile(settings: Owning, prompt: ChecklistPrompt): PersonId | undefined {
  return settings.prompts[prompt.id] ?? settings.sections[prompt.section]?.owner ?? settings.roles[prompt.owner];
}

function prompts(checklist: Checklist, section: SectionId): readonly ChecklistPrompt[] {
  return checklist.prompts.filter((prompt) => prompt.section === section);
}

/** The first of those that stand there most often, so that the same file always names the same person. */
function mostOften(people: readonly (PersonId | undefined)[]): PersonId | undefined {
  const counts = new Map<PersonId, number>();
  for (const person of people) if (person) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
