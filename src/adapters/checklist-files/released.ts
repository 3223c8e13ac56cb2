/** Released ids and verbatim texts never change: old answers say which prompt they belong to by its id alone. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textHash } from '../../domain/checklist/checklist-hash.ts';
import type { Problem } from '../../flow/ports/problem.ts';
import { assembledWith } from './load-checklist.ts';
import { type Folder, readFolder } from './read-folder.ts';

export function releaseProblems(files: Folder, packs: readonly string[]): readonly Problem[] {
  const assembled = assembledWith(files, packs);
  const released = files.released;
  if (!assembled || !released?.value) return [];
  const { checklist, at } = assembled;
  const retired = new Set(checklist.superseded.map(({ id }) => id));
  return Object.entries(released.value).flatMap(([id, hash]) => {
    const index = checklist.prompts.findIndex((prompt) => prompt.id === id);
    const prompt = checklist.prompts[index];
    if (!prompt) return retired.has(id) ? [] : [{ ...released.at([id]), message: vanished(id) }];
    return textHash(prompt.text) === hash ? [] : [{ ...at(['prompts', index, 'text']), message: changed(id) }];
  });
}

/** Adds what is new to `released.json` and returns the ids added; what stands there already is never touched. */
export async function releaseChecklist(folder: string): Promise<readonly string[]> {
  const files = await readFolder(folder);
  const assembled = assembledWith(
    files,
    files.packs.flatMap(({ value }) => (value ? [value.pack] : [])),
  );
  if (!assembled) throw new Error(`The checklist in ${folder} cannot be released before its lint is clean.`);
  const file = join(folder, 'released.json');
  const before: Record<string, string> = files.released ? JSON.parse(await readFile(file, 'utf8')) : {};
  const fresh = assembled.checklist.prompts.filter(({ id }) => !(id in before));
  const after = { ...before, ...Object.fromEntries(fresh.map(({ id, text }) => [id, textHash(text)])) };
  await writeFile(file, `${JSON.stringify(after, null, 2)}\n`);
  return fresh.map(({ id }) => id);
}

function vanished(id: string): string {
  return `The released prompt "${id}" is gone. Bring it back, or list it under "superseded" in checklist.yaml.`;
}

function changed(id: string): string {
  return `The text of the released prompt "${id}" has changed. Restore it, or supersede it by a prompt of a new id.`;
}
