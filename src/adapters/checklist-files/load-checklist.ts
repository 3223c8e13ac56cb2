/** A checklist's folder as a checklist ready to be pinned, or every reason why not. */
import type { Checklist } from '../../domain/checklist/checklist.ts';
import { checklistFaults } from '../../domain/checklist/faults.ts';
import type { Problem } from '../../flow/ports/problem.ts';
import { type Assembled, assemble } from './assemble.ts';
import type { Parsed } from './positioned-yaml.ts';
import { type Folder, problemsIn, readFolder } from './read-folder.ts';

export type LoadedChecklist =
  | { readonly ok: true; readonly checklist: Checklist }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export async function loadChecklist(
  folder: string,
  { packs = [] }: { readonly packs?: readonly string[] } = {},
): Promise<LoadedChecklist> {
  const files = await readFolder(folder);
  const problems = [...problemsIn(files), ...packProblems(files), ...unknownPacks(files, packs)];
  const assembled = assembledWith(files, packs);
  if (!assembled) return { ok: false, problems: inOrder(problems) };
  problems.push(...faultProblems(assembled));
  return problems.length > 0
    ? { ok: false, problems: inOrder(problems) }
    : { ok: true, checklist: assembled.checklist };
}

/** With the named packs; undefined where a file it needs could not be understood. */
export function assembledWith(files: Folder, packs: readonly string[]): Assembled | undefined {
  const { head } = files;
  if (!understood(head) || !files.sections.every(understood)) return undefined;
  const chosen = files.packs.filter(understood).filter(({ value }) => packs.includes(value.pack));
  return assemble(head, files.sections.filter(understood), chosen);
}

/** A pack's heading names one it comes after, of the checklist itself or of the same pack. */
export function packProblems(files: Folder): readonly Problem[] {
  return files.packs.filter(understood).flatMap(({ value, at }) => {
    const known = new Set([...(files.head.value?.sections ?? []), ...value.sections].map(({ id }) => id));
    return value.sections.flatMap(({ after }, index) =>
      known.has(after)
        ? []
        : [{ ...at(['sections', index, 'after']), message: `There is no heading "${after}" to come after.` }],
    );
  });
}

export function faultProblems({ checklist, at }: Assembled, faults = checklistFaults): readonly Problem[] {
  return faults(checklist).map(({ path, sentence }) => ({ ...at(path), message: sentence }));
}

export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

function understood<T>(file: Parsed<T>): file is Parsed<T> & { readonly value: T } {
  return file.value !== undefined;
}

function unknownPacks(files: Folder, wanted: readonly string[]): readonly Problem[] {
  const known = files.packs.filter(understood).map(({ value }) => value.pack);
  return wanted
    .filter((pack) => !known.includes(pack))
    .map((pack) => ({ ...files.head.at([]), message: `There is no pack "${pack}" in the folder "packs".` }));
}
