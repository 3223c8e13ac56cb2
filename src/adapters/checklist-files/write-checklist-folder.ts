/** Writes a draft as a folder in our form, for a person to judge field by field. Never over anything that is there. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ChecklistPrompt } from '../../domain/checklist/checklist.ts';
import type { ChecklistDraft } from './import-markdown.ts';

export type DraftHead = { readonly id: string; readonly title: string; readonly licence: string };

/** Returns the files written. Throws when the folder already holds something. */
export async function writeChecklistFolder(
  folder: string,
  head: DraftHead,
  draft: ChecklistDraft,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`The folder ${folder} is not empty. Name a new one.`);
  const files = checklistFiles(head, draft);
  for (const [name, text] of files) await writeFile(join(folder, name), text, { flag: 'wx' });
  return files.map(([name]) => join(folder, name));
}

const toJudge =
  '# A draft: judge answer, outcome, good, evidence, owner, severity, frequency and minutes of every prompt.\n';

export function checklistFiles(
  head: DraftHead,
  draft: ChecklistDraft,
): readonly (readonly [name: string, text: string])[] {
  const { sections, definitions } = draft;
  const first = { id: head.id, title: head.title, version: '0.1.0', licence: head.licence, definitions, sections };
  const asking = sections.filter(({ id }) => draft.prompts.some(({ section }) => section === id));
  return [
    ['checklist.yaml', `${modeline('checklist')}${yaml(first)}`],
    ...asking.map(({ id }, index) => {
      const prompts = draft.prompts.filter(({ section }) => section === id).map(entry);
      const name = `${String(index + 1).padStart(2, '0')}-${id}.yaml`;
      return [name, `${modeline('checklist-section')}${toJudge}${yaml({ section: id, prompts })}`] as const;
    }),
  ];
}

/** In the order people read, without what is said by default. */
function entry(prompt: ChecklistPrompt) {
  const {
    id,
    form,
    number,
    parent,
    text,
    answer,
    outcome,
    good,
    definitions,
    evidence,
    owner,
    severity,
    frequency,
    minutes,
  } = prompt;
  return {
    id,
    ...(form === 'question' ? {} : { form }),
    ...(number === undefined ? {} : { number }),
    ...(parent === undefined ? {} : { parent }),
    text,
    answer,
    outcome,
    good,
    ...(definitions.length > 0 ? { definitions } : {}),
    evidence,
    owner,
    severity,
    frequency,
    minutes,
  };
}

function modeline(schema: string): string {
  return `# yaml-language-server: $schema=../${schema}.schema.json\n`;
}

function yaml(value: unknown): string {
  // A folded line would hide a double space in a verbatim text.
  return stringify(value, { lineWidth: 0 });
}
