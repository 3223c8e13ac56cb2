/** The commands around the record: export, proof, repair. */
import { type Command, Option } from 'commander';
import type { Run } from './command-context.ts';
import { CommandStopped, exitCode } from './exit-code.ts';
import { exportReview } from './export.ts';
import { rebuild } from './rebuild.ts';
import { verifyDatabase, verifyFile } from './verify.ts';

type Exporting = { readonly format: 'jsonl' | 'csv'; readonly output?: string };
type Verifying = { readonly head?: string; readonly database?: true; readonly json?: true };

export function addRecordCommands(program: Command, run: Run): void {
  program
    .command('export')
    .description('write everything the record holds about a review; the last line is the SHA-256 of all before')
    .argument('<review>', 'its id')
    .addOption(
      new Option('--format <format>', 'jsonl can be verified, csv is for spreadsheets')
        .choices(['jsonl', 'csv'])
        .default('jsonl'),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .action((review: string, options: Exporting) => run((context) => exportReview(context, { review, ...options })));
  program
    .command('verify')
    .description('prove an exported file, offline, or the record in the database')
    .argument('[file]', 'an export; of one in csv only that the file is whole')
    .option('--head <hash>', 'the hash that a closing message or a sign-off showed')
    .option('--database', 'prove every chain in the database instead')
    .option('--json', 'print an array of objects instead')
    .action((file: string | undefined, options: Verifying) => run((context) => verify(file, options)(context)));
  program
    .command('rebuild')
    .description('build again what is looked up, from the events')
    .action(() => run(rebuild));
}

function verify(file: string | undefined, { head, database, json }: Verifying) {
  if (database && file === undefined && head === undefined) return verifyDatabase;
  if (file === undefined || database) {
    throw new CommandStopped(exitCode.usage, 'Name one exported file, or say --database.');
  }
  const options = { file, json: json === true, ...(head !== undefined && { head }) };
  return (context: Parameters<typeof verifyFile>[0]) => verifyFile(context, options);
}
