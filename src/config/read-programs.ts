/** Every program file of a folder, with its checklist, or every problem of all of them together. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Parsed, parsePositioned } from '../adapters/checklist-files/positioned-yaml.ts';
import type { Cadences } from '../flow/ports/cadences.ts';
import type { Problem } from '../flow/ports/problem.ts';
import { betweenPrograms } from './between-programs.ts';
import { checklistReader, type ReadChecklist } from './checklist-reader.ts';
import type { ConfiguredProgram } from './config.ts';
import { type ProgramFile, programFile } from './program-file.ts';
import { programProblems } from './program-problems.ts';

type World = { readonly questions: readonly string[]; readonly cadences: Cadences; readonly demo: boolean };
type Programs = {
  readonly programs: readonly ConfiguredProgram[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};
/** Of the whole folder there is no line to name. */
type Folder = Programs | { readonly unusable: string };

/** A program is a page of text; whatever is this large is something else. */
const largest = 1_048_576;

export async function readPrograms(folder: string, { questions, cadences, demo }: World): Promise<Folder> {
  const files = await programFiles(folder);
  if (typeof files === 'string') return { unusable: files };
  const parsed = await Promise.all(files.map(parseProgram));
  const readChecklist = checklistReader(questions);
  const read: Programs[] = [];
  for (const program of parsed) read.push(await withChecklist(program, { readChecklist, cadences, demo }));
  const problems = [...read.flatMap((each) => each.problems), ...betweenPrograms(parsed)];
  return {
    programs: read.flatMap((each) => each.programs),
    problems: inOrder(withoutRepeats(problems)),
    warnings: inOrder(read.flatMap((each) => each.warnings)),
  };
}

async function withChecklist(
  program: Parsed<ProgramFile>,
  { readChecklist, cadences, demo }: { readChecklist: ReadChecklist; cadences: Cadences; demo: boolean },
): Promise<Programs> {
  // A wrong value here does not hide a wrong one there: all of it is told at once.
  const file = program.value ?? program.rest;
  if (!file) return failed(program.problems);
  const found = await readChecklist(file, program.at);
  const { problems, warnings } = programProblems(file, found.checklist, { cadences, at: program.at });
  const all = [...program.problems, ...found.problems, ...problems];
  if (!found.checklist || all.length > 0) return failed(all);
  const path = program.at([]).file;
  return { programs: [{ file, path, checklist: found.checklist, demo }], problems: [], warnings };
}

async function parseProgram(path: string): Promise<Parsed<ProgramFile>> {
  const at = () => ({ file: path, line: 1, column: 1 });
  try {
    if ((await stat(path)).size > largest) {
      return { at, problems: [{ ...at(), message: 'This file is larger than 1 MiB, so it is no program file.' }] };
    }
    return parsePositioned(programFile, path, await readFile(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { at, problems: [{ ...at(), message: `This file cannot be read (${why}).` }] };
  }
}

async function programFiles(folder: string): Promise<readonly string[] | string> {
  try {
    const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
    return names.length > 0
      ? names.map((name) => join(folder, name))
      : `${folder} holds no program file (*.yaml). Copy infra/demo/kubernetes-security.yaml there to begin with.`;
  } catch {
    return `There is no folder ${folder}, or it cannot be read. Set MUSTER_PROGRAMS to the folder of your program files.`;
  }
}

function failed(problems: readonly Problem[]): Programs {
  return { programs: [], problems, warnings: [] };
}

/** Two programs of one broken checklist say its problems once. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ file, line, column, message }: Problem) => [file, line, column, message].join('\n');
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
