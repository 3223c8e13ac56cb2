/** Everything wrong with a checklist's folder at once: with no pack, with each pack, and against what was released. */
import type { Problem } from '../../flow/ports/problem.ts';
import { assembledWith, faultProblems, inOrder, packProblems } from './load-checklist.ts';
import { problemsIn, readFolder } from './read-folder.ts';
import { releaseProblems } from './released.ts';

export async function lintChecklist(folder: string): Promise<readonly Problem[]> {
  const files = await readFolder(folder);
  const packs = files.packs.flatMap(({ value }) => (value ? [value.pack] : []));
  const readings = [[], ...packs.map((pack) => [pack]), packs];
  const faults = readings.flatMap((chosen) => {
    const assembled = assembledWith(files, chosen);
    return assembled ? faultProblems(assembled) : [];
  });
  return inOrder(
    withoutRepeats([...problemsIn(files), ...packProblems(files), ...faults, ...releaseProblems(files, packs)]),
  );
}

/** A fault in a prompt is found in every reading that holds the prompt. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ file, line, column, message }: Problem) => [file, line, column, message].join('\n');
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
