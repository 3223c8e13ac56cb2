/** `muster programs`: what recurs, and when it opens next. */

import { showMoment } from '../domain/time/show.ts';
import type { ProgramRow } from '../flow/office-rows.ts';
import type { Context } from './command-context.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { printJson } from './print-json.ts';
import { plain, type Style } from './style.ts';
import { table } from './table.ts';
import { withOffice } from './with-office.ts';

export async function programs(context: Context, { json }: { readonly json: boolean }): Promise<ExitCode> {
  const { terminal, style } = context;
  const rows = await withOffice(context, 'programs', (office) => office.programs());
  if (json) await printJson(terminal, rows);
  else await terminal.out(rows.length === 0 ? 'There is no program.\n' : inWords(rows, terminal.width, style));
  return exitCode.fine;
}

const columns = [
  { head: 'Program' },
  { head: 'Prompts', align: 'right' },
  { head: 'Held', align: 'right' },
  { head: 'Missed', align: 'right' },
  { head: 'Next review opens' },
  { head: 'Title' },
] as const;

function inWords(rows: readonly ProgramRow[], width: number, style: Style): string {
  const cells = rows.map(({ id, title, checklist, reviews, next, cadence, demo }) => [
    id,
    String(checklist.prompts),
    String(reviews.filter(({ review }) => review !== undefined).length),
    String(reviews.filter(({ missed }) => missed !== undefined).length),
    next === undefined ? 'not planned' : `${showMoment(cadence.zone, next)} ${cadence.zone}`,
    plain(title) + (demo ? ' (demo)' : ''),
  ]);
  return table(columns, cells, { width, head: style.faint });
}
