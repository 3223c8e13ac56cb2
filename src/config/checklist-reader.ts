/** Finds a program's checklist in the folders of questions. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadChecklist } from '../adapters/checklist-files/load-checklist.ts';
import type { At } from '../adapters/checklist-files/positioned-yaml.ts';
import type { Checklist } from '../domain/checklist/checklist.ts';
import type { Problem } from '../flow/ports/problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ProgramFile } from './program-file.ts';

type Found = { readonly checklist?: Checklist; readonly problems: readonly Problem[] };
export type ReadChecklist = (program: ProgramFile, at: At) => Promise<Found>;

export function checklistReader(folders: readonly string[]): ReadChecklist {
  return async ({ checklist: id, packs }, at) => {
    const known = await checklistFolders(folders);
    const folder = known.get(id);
    if (folder === undefined) {
      const message = `There is no checklist "${id}".${didYouMean(id, [...known.keys()])}`;
      return { problems: [{ ...at(['checklist']), message }] };
    }
    const unknown = await unknownPacks(folder, packs);
    if (unknown.length > 0) {
      return { problems: unknown.map(({ index, message }) => ({ ...at(['packs', index]), message })) };
    }
    const loaded = await loadChecklist(folder, { packs });
    return loaded.ok ? { checklist: loaded.checklist, problems: [] } : { problems: loaded.problems };
  };
}

/** By name, the folder of each checklist; of two with one name, that of the first folder counts. */
export async function checklistFolders(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const name of await foldersIn(folder)) if (!found.has(name)) found.set(name, join(folder, name));
  }
  return found;
}

async function unknownPacks(folder: string, wanted: readonly string[]) {
  const files = wanted.length > 0 ? await namesIn(join(folder, 'packs')) : [];
  const known = files.map((name) => name.replace(/\.ya?ml$/, ''));
  return wanted.flatMap((pack, index) =>
    known.includes(pack) ? [] : [{ index, message: `There is no pack "${pack}".${didYouMean(pack, known)}` }],
  );
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}
