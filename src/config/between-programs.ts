/** What is right in each program file and cannot be right in all of them together. */
import type { Parsed } from '../adapters/checklist-files/positioned-yaml.ts';
import type { Problem } from '../flow/ports/problem.ts';
import { accountAddress } from './account-address.ts';
import type { ProgramFile } from './program-file.ts';

type Read = Parsed<ProgramFile> & { readonly value: ProgramFile };

export function betweenPrograms(files: readonly Parsed<ProgramFile>[]): readonly Problem[] {
  const read = files.filter((file): file is Read => file.value !== undefined);
  return [...sameId(read), ...samePersonTwice(read)];
}

function sameId(files: readonly Read[]): readonly Problem[] {
  return files.flatMap((file, index) => {
    const first = files.slice(0, index).find((other) => other.value.id === file.value.id);
    if (!first) return [];
    const message = `The program "${file.value.id}" is already described in ${first.at([]).file}.`;
    return [{ ...file.at(['id']), message }];
  });
}

/** A key is one person everywhere, with one history; two files that differ about them would take turns. */
function samePersonTwice(files: readonly Read[]): readonly Problem[] {
  const seen = new Map<string, { readonly file: Read; readonly described: string }>();
  return files.flatMap((file) =>
    Object.keys(file.value.people).flatMap((key) => {
      const described = description(file.value, key);
      const first = seen.get(key);
      if (!first) seen.set(key, { file, described });
      if (!first || first.described === described) return [];
      const { file: where, line } = first.file.at(['people', key]);
      const message = `"${key}" is described differently in ${where}:${line}. Write the same, or use another key.`;
      return [{ ...file.at(['people', key]), message }];
    }),
  );
}

function description({ people, platform, cadence }: ProgramFile, key: string): string {
  const { name, title, email, zone, platform: own = platform, address } = people[key] ?? {};
  const account = address === undefined ? undefined : accountAddress(own, address);
  return JSON.stringify([name, title, email, zone ?? cadence.zone, own, account]);
}
