/** The commands around checklists. They need no database and no configuration. */
import type { Command } from 'commander';
import { checklistImport } from './checklist-import.ts';
import { checklistLint } from './checklist-lint.ts';
import { checklistList } from './checklist-list.ts';
import type { Run } from './command-context.ts';

type Importing = { readonly to?: string; readonly licence: string; readonly json?: true };

export function addChecklistCommands(program: Command, run: Run): void {
  const checklist = program.command('checklist').description('check, list and import checklists');
  checklist
    .command('lint')
    .description('find every mistake in a checklist’s files')
    .argument('[folder]', 'all checklists when left out')
    .action((folder: string | undefined) => run((context) => checklistLint(context, folder)));
  checklist
    .command('list')
    .description('list every prompt, in order, verbatim')
    .option('--json', 'print an array of prompts instead')
    .action((options: { json?: true }) => run((context) => checklistList(context, { json: options.json === true })));
  checklist
    .command('import')
    .description('turn a Markdown checklist into a draft to be judged by a person')
    .argument('<file.md>', 'headings are sections; items are prompts')
    .option('--to <folder>', 'a new folder; questions/<name of the file> when left out')
    .option('--licence <licence>', 'what may be done with its texts', 'unknown')
    .option('--json', 'print the prompts found and write nothing')
    .action((file: string, { to, licence, json }: Importing) =>
      run((context) =>
        checklistImport(context, { file, licence, json: json === true, ...(to !== undefined && { to }) }),
      ),
    );
}
