/** Everything wrong with a checklist's folder at once: with no pack, with each pack, and against what was released. */
import { promptFaults } from '../../domain/checklist/faults.ts';
import type { Problem } from '../../flow/ports/problem.ts';
import type { ChecklistFile } from './file-schemas.ts';
import { assembledWith, faultProblems, inOrder, packProblems } from './load-checklist.ts';
import { type Folder, problemsIn, readFolder } from './read-folder.ts';
import { releaseProblems } from './released.ts';

export async function lintChecklist(folder: string): Promise<readonly Problem[]> {
  const files = await readFolder(folder);
  const packs = files.packs.flatMap(({ value }) => (value ? [value.pack] : []));
  const readings = [[], ...packs.map((pack) => [pack]), packs];
  const faults = readings.flatMap((chosen) => {
    const assembled = assembledWith(files, chosen);
    if (assembled) return faultProblems(assembled);
    const headless = assembledWith({ ...files, head: { ...files.head, value: standIn(files) } }, chosen);
    return headless ? faultProblems(headless, promptFaults) : [];
  });
  return inOrder(
    withoutRepeats([...problemsIn(files), ...packProblems(files), ...faults, ...releaseProblems(files, packs)]),
  );
}

/** For a checklist.yaml that is missing or wrong: its prompts are looked at all the same, under the headings they name. */
function standIn({ sections }: Folder): ChecklistFile {
  const ids = [...new Set(sections.flatMap(({ value }) => value?.section ?? []))];
  const headings = ids.map((id) => ({ id, title: id, level: 2 }));
  const unknown = { id: 'unknown', title: '', version: '0.0.0', licence: '' };
  return { ...unknown, sections: headings, definitions: [], settings: [], superseded: [] };
}

/** A fault in a prompt is found in every reading that holds the prompt. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ file, line, column, message }: Problem) => [file, line, column, message].join('\n');
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
