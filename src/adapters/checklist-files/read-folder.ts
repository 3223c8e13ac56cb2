/** Every file of a checklist's folder, read and parsed, with all the problems there are so far. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../../flow/ports/problem.ts';
import type { ChecklistFile, PackFile, ReleasedFile, SectionFile } from './file-schemas.ts';
import { checklistFile, packFile, releasedFile, sectionFile } from './file-schemas.ts';
import { type Parsed, parsePositioned } from './positioned-yaml.ts';

export type Folder = {
  readonly head: Parsed<ChecklistFile>;
  readonly sections: readonly Parsed<SectionFile>[];
  readonly packs: readonly Parsed<PackFile>[];
  readonly released: Parsed<ReleasedFile> | undefined;
};

export async function readFolder(folder: string): Promise<Folder> {
  const names = await namesIn(folder);
  const packNames = await namesIn(join(folder, 'packs'));
  const sectionNames = names.filter((name) => isYaml(name) && name !== 'checklist.yaml');
  return {
    head: await parseFile(checklistFile, join(folder, 'checklist.yaml')),
    sections: await Promise.all(sectionNames.map((name) => parseFile(sectionFile, join(folder, name)))),
    packs: await Promise.all(packNames.filter(isYaml).map((name) => parseFile(packFile, join(folder, 'packs', name)))),
    released: names.includes('released.json')
      ? await parseFile(releasedFile, join(folder, 'released.json'))
      : undefined,
  };
}

export function problemsIn(folder: Folder): readonly Problem[] {
  return [folder.head, ...folder.sections, ...folder.packs, ...(folder.released ? [folder.released] : [])].flatMap(
    (file) => file.problems,
  );
}

async function parseFile<S extends z.ZodType>(schema: S, file: string): Promise<Parsed<z.infer<S>>> {
  try {
    return parsePositioned(schema, file, await readFile(file, 'utf8'));
  } catch (error) {
    const at = () => ({ file, line: 1, column: 1 });
    return { at, problems: [{ ...at(), message: `This file cannot be read: ${reason(error)}.` }] };
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    // A missing folder shows as a missing checklist.yaml, and packs are optional.
    return [];
  }
}

function isYaml(name: string): boolean {
  return name.endsWith('.yaml') || name.endsWith('.yml');
}

function reason(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'it does not exist';
  return error instanceof Error ? error.message : String(error);
}
