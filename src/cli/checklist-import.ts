/** `muster checklist import <file.md>`: a Markdown checklist as a draft in our form, to be judged by a person. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ChecklistDraft, importMarkdown } from '../adapters/checklist-files/import-markdown.ts';
import { writeChecklistFolder } from '../adapters/checklist-files/write-checklist-folder.ts';
import { promptRow } from './checklist-list.ts';
import type { Context } from './command-context.ts';
import { CommandStopped, type ExitCode, exitCode } from './exit-code.ts';
import { printJson } from './print-json.ts';
import { plain } from './style.ts';

type Options = { readonly file: string; readonly to?: string; readonly licence: string; readonly json: boolean };

export async function checklistImport(context: Context, { file, to, licence, json }: Options): Promise<ExitCode> {
  const { terminal } = context;
  const draft = importMarkdown(await textOf(file));
  if (draft.prompts.length === 0) throw new CommandStopped(exitCode.refused, `${file} asks nothing we could find.`);
  if (json) {
    await printJson(terminal, rows(draft));
    return exitCode.fine;
  }
  const id = slugOf(basename(file).replace(/\.[^.]*$/, ''));
  const folder = to ?? join('questions', id);
  const title = plain(draft.sections[0]?.title ?? id);
  const written = await writeChecklistFolder(folder, { id, title, licence }, draft).catch(refused);
  for (const { line, sentence } of draft.remarks) terminal.err(`${file}:${line} ${plain(sentence)}\n`);
  const sections = new Set(draft.prompts.map(({ section }) => section)).size;
  await terminal.out(
    `${draft.prompts.length} prompts in ${sections} sections, written to ${written.length} files in ${folder}.\n` +
      `Judge every field, then run: muster checklist lint ${folder}\n`,
  );
  return exitCode.fine;
}

function rows({ prompts, sections }: ChecklistDraft) {
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  return prompts.map((prompt) => promptRow(prompt, titles.get(prompt.section) ?? ''));
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandStopped(exitCode.refused, `${file} cannot be read (${cause.code ?? 'unknown error'}).`, { cause });
  });
  // A picture or an archive has bytes that no text has; a checklist made of them would be nobody's.
  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw new CommandStopped(exitCode.refused, `${file} is no text. Give a Markdown file in UTF-8.`);
  }
  return bytes.toString('utf8');
}

function refused(error: unknown): never {
  const sentence = error instanceof Error ? error.message : String(error);
  throw new CommandStopped(exitCode.refused, sentence, { cause: error });
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'checklist' : slug;
}
