/** `muster checklist lint [folder]`: every mistake in a checklist's files, each with its place. */
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lintChecklist } from '../adapters/checklist-files/lint-checklist.ts';
import { checklistFolders } from '../config/checklist-reader.ts';
import { questionFolders } from '../config/question-folders.ts';
import { type Problem, problemLine } from '../flow/ports/problem.ts';
import type { Context } from './command-context.ts';
import { CommandStopped, type ExitCode, exitCode } from './exit-code.ts';
import { plain } from './style.ts';

export async function checklistLint(context: Context, folder: string | undefined): Promise<ExitCode> {
  const { terminal, style } = context;
  const folders =
    folder === undefined
      ? [...(await checklistFolders(questionFolders(context.rooms.env['MUSTER_QUESTIONS']))).values()]
      : await foldersMeant(folder);
  const found = await Promise.all(folders.map(async (each) => ({ folder: each, problems: await lintChecklist(each) })));
  for (const { folder: each, problems } of found) {
    if (problems.length === 0) await terminal.out(`${style.good('Right')}  ${here(each)}\n`);
    for (const problem of problems) await terminal.out(`${plain(problemLine(shown(problem)))}\n`);
  }
  const count = found.flatMap(({ problems }) => problems).length;
  if (count > 0) terminal.err(count === 1 ? 'One problem was found.\n' : `${count} problems were found.\n`);
  return count > 0 ? exitCode.refused : exitCode.fine;
}

/** The folder of a checklist; or of checklists, each in its own. */
async function foldersMeant(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) throw new CommandStopped(exitCode.usage, `There is no folder ${folder}.`);
  if (entries.some(({ name }) => /\.ya?ml$/.test(name))) return [folder];
  const inside = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  const heads = await Promise.all(inside.map((each) => stat(join(each, 'checklist.yaml')).catch(() => undefined)));
  const checklists = inside.filter((_, index) => heads[index] !== undefined);
  if (checklists.length > 0) return checklists;
  throw new CommandStopped(exitCode.usage, `There is no checklist in ${folder}: it holds no YAML file.`);
}

function shown(problem: Problem): Problem {
  return { ...problem, file: here(problem.file) };
}

/** As one would type it from here, unless that is somewhere else altogether. */
function here(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') ? path : near;
}
