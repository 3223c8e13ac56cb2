/** The files of a folder put together into one checklist, remembering where each part of it was written. */
import type { Checklist, ChecklistPrompt, Section } from '../../domain/checklist/checklist.ts';
import type { ChecklistFile, PackFile, SectionFile } from './file-schemas.ts';
import type { At, Parsed, Path } from './positioned-yaml.ts';

type PlacedPrompt = { readonly prompt: ChecklistPrompt; readonly at: At; readonly prefix: Path };
type Read<T> = Parsed<T> & { readonly value: T };

export type Assembled = { readonly checklist: Checklist; readonly at: At };

export function assemble(
  head: Read<ChecklistFile>,
  sectionFiles: readonly Read<SectionFile>[],
  packs: readonly Read<PackFile>[],
): Assembled {
  const sections = packs.reduce<readonly Section[]>(withPackSections, head.value.sections);
  const placed = inSectionOrder(sections, [...sectionFiles.flatMap(ownPrompts), ...packs.flatMap(packPrompts)]);
  const checklist = { ...head.value, sections: [...sections], prompts: placed.map(({ prompt }) => prompt) };
  return { checklist, at: (path) => whereabouts(head, placed, path) };
}

function ownPrompts(file: Read<SectionFile>): readonly PlacedPrompt[] {
  return file.value.prompts.map((prompt, index) => ({
    prompt: { ...prompt, section: file.value.section },
    at: file.at,
    prefix: ['prompts', index],
  }));
}

function packPrompts(file: Read<PackFile>): readonly PlacedPrompt[] {
  return file.value.prompts.map((prompt, index) => ({
    prompt: { ...prompt, pack: file.value.pack },
    at: file.at,
    prefix: ['prompts', index],
  }));
}

/** A pack's heading comes right after the one it names. */
function withPackSections(sections: readonly Section[], pack: Read<PackFile>): readonly Section[] {
  const all = [...sections];
  for (const { after, ...section } of pack.value.sections) {
    const index = all.findIndex(({ id }) => id === after);
    all.splice(index < 0 ? all.length : index + 1, 0, section);
  }
  return all;
}

/** Prompts of a section nobody declared come last, where the lint finds them. */
function inSectionOrder(sections: readonly Section[], prompts: readonly PlacedPrompt[]): readonly PlacedPrompt[] {
  const order = new Map(sections.map(({ id }, index) => [id, index]));
  const rank = ({ prompt }: PlacedPrompt) => order.get(prompt.section) ?? sections.length;
  return prompts.toSorted((a, b) => rank(a) - rank(b));
}

function whereabouts(head: Read<ChecklistFile>, placed: readonly PlacedPrompt[], path: Path) {
  const [first, index, ...rest] = path;
  const origin = first === 'prompts' && typeof index === 'number' ? placed[index] : undefined;
  if (!origin) return head.at(path);
  return origin.at(rest[0] === 'section' && !hasOwnSection(origin) ? ['section'] : [...origin.prefix, ...rest]);
}

function hasOwnSection(origin: PlacedPrompt): boolean {
  return origin.prompt.pack !== undefined;
}
