/** `muster checklist lint [folder]`: every mistake in a checklist's files, each with its place. */
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
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
      : [folder];
  if (folder !== undefined) await mustExist(folder);
  const found = await Promise.all(folders.map(async (each) => ({ folder: each, problems: await lintChecklist(each) })));
  for (const { folder: each, problems } of found) {
    if (problems.length === 0) await terminal.out(`${style.good('Right')}  ${here(each)}\n`);
    for (const problem of problems) await terminal.out(`${plain(problemLine(shown(problem)))}\n`);
  }
  const count = found.flatMap(({ problems }) => problems).length;
  if (count > 0) terminal.err(count === 1 ? 'One problem was found.\n' : `${count} problems were found.\n`);
  return count > 0 ? exitCode.refused : exitCode.fine;
}

async function mustExist(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new CommandStopped(exitCode.usage, `There is no folder ${folder}.`);
}

function shown(problem: Problem): Problem {
  return { ...problem, file: here(problem.file) };
}

/** As one would type it from here, unless that is somewhere else altogether. */
function here(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') ? path : near;
}
