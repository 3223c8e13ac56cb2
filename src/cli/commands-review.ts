/** The commands around reviews: what recurs, what is next, where it stands. */
import type { Command } from 'commander';
import type { Run } from './command-context.ts';
import { doctor } from './doctor.ts';
import { open } from './open.ts';
import { preview } from './preview.ts';
import { programs } from './programs.ts';
import { reviews } from './reviews.ts';
import { serve } from './serve.ts';
import { status } from './status.ts';

type Json = { readonly json?: true };
const json = ['--json', 'print an array of objects instead'] as const;

export function addReviewCommands(program: Command, run: Run): void {
  program
    .command('serve')
    .description('run Muster until it is told to stop')
    .action(() => run(serve));
  program
    .command('doctor')
    .description('check everything that must be right before a first review')
    .option(...json)
    .action((options: Json) => run((context) => doctor(context, { json: options.json === true })));
  program
    .command('programs')
    .description('list what recurs, and when it opens next')
    .option(...json)
    .action((options: Json) => run((context) => programs(context, { json: options.json === true })));
  addOpening(program, run);
  program
    .command('reviews')
    .description('list every review, newest first')
    .option(...json)
    .action((options: Json) => run((context) => reviews(context, { json: options.json === true })));
  program
    .command('status')
    .description('show where reviews stand, and what happens next')
    .argument('[program or review]', 'its id; the newest review of every program when left out')
    .option(...json)
    .action((about: string | undefined, options: Json) =>
      run((context) => status(context, { about, json: options.json === true })),
    );
}

type Opening = Json & { readonly yes?: true; readonly as?: string };

function addOpening(program: Command, run: Run): void {
  program
    .command('preview')
    .description('show who would be asked what, and when; changes nothing')
    .argument('<program>', 'its id')
    .option('--json', 'print the prompts, in order, instead')
    .action((id: string, options: Json) =>
      run((context) => preview(context, { program: id, json: options.json === true })),
    );
  program
    .command('open')
    .description('preview a review, ask, and open it now')
    .argument('<program>', 'its id')
    .option('--yes', 'do not ask')
    .option('--as <person>', 'the key of the person who opens it; the lead when left out')
    .option(...json)
    .action((id: string, { yes, as, json: asJson }: Opening) =>
      run((context) =>
        open(context, { program: id, yes: yes === true, json: asJson === true, ...(as !== undefined && { as }) }),
      ),
    );
}
