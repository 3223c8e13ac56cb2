/** `muster checklist list`: every prompt of every checklist, in order, verbatim. */

import { loadChecklist } from '../adapters/checklist-files/load-checklist.ts';
import { checklistFolders } from '../config/checklist-reader.ts';
import { questionFolders } from '../config/question-folders.ts';
import { atTheTerminal } from '../domain/at-the-terminal.ts';
import type { Checklist, ChecklistPrompt } from '../domain/checklist/checklist.ts';
import { sectionOf } from '../domain/checklist/checklist.ts';
import { problemLine } from '../flow/ports/problem.ts';
import type { Context } from './command-context.ts';
import { CommandStopped, type ExitCode, exitCode } from './exit-code.ts';
import { printJson } from './print-json.ts';
import { plain, type Style } from './style.ts';
import { table } from './table.ts';

export async function checklistList(context: Context, { json }: { readonly json: boolean }): Promise<ExitCode> {
  const { terminal, style } = context;
  const folders = await checklistFolders(questionFolders(context.rooms.env['MUSTER_QUESTIONS']));
  const checklists = await Promise.all([...folders.values()].map((folder) => loaded(context, folder)));
  if (json) await printJson(terminal, checklists.flatMap(rows));
  else for (const checklist of checklists) await terminal.out(inWords(checklist, terminal.width, style));
  return exitCode.fine;
}

async function loaded({ terminal }: Context, folder: string): Promise<Checklist> {
  const read = await loadChecklist(folder);
  if (read.ok) return read.checklist;
  for (const problem of read.problems) terminal.err(`${plain(problemLine(problem))}\n`);
  throw new CommandStopped(
    exitCode.refused,
    `${folder} is not a checklist. ${atTheTerminal('checklist lint')} says the same.`,
  );
}

export function promptRow(prompt: ChecklistPrompt, sectionTitle: string) {
  const { id, form, number, parent, section, text, owner, severity, frequency, minutes, answer } = prompt;
  return {
    id,
    form,
    ...(number !== undefined && { number }),
    ...(parent !== undefined && { parent }),
    section,
    sectionTitle,
    text,
    answer: answer.kind,
    owner,
    severity,
    frequency,
    minutes,
  };
}

function rows(checklist: Checklist) {
  const { id, version } = checklist;
  return checklist.prompts.map((prompt) => ({
    ...promptRow(prompt, sectionOf(checklist, prompt.section).title),
    checklist: id,
    version,
  }));
}

function inWords(checklist: Checklist, width: number, style: Style): string {
  const { title, id, version, sections, prompts } = checklist;
  const heading = `${style.strong(plain(title))}\n${id} ${version}, ${prompts.length} prompts\n`;
  const parts = sections.flatMap((section) => {
    const inside = prompts.filter((prompt) => prompt.section === section.id);
    if (inside.length === 0) return [];
    const cells = inside.map((prompt) => [prompt.number ?? '', prompt.severity, prompt.id, plain(prompt.text)]);
    return [
      table([{ head: '' }, { head: '' }, { head: plain(section.title) }, { head: '' }], cells, {
        width,
        head: (line) => style.strong(line.trim()),
      }),
    ];
  });
  return `${[heading, ...parts].join('\n')}\n`;
}
