/** `muster reviews`: every review there was, newest first. */
import { dateIn } from '../domain/time/zone.ts';
import type { ReviewRow } from '../flow/ports/readings.ts';
import type { Context } from './command-context.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { printJson } from './print-json.ts';
import { plain, type Style } from './style.ts';
import { table } from './table.ts';
import { withOffice } from './with-office.ts';

export async function reviews(context: Context, { json }: { readonly json: boolean }): Promise<ExitCode> {
  const { terminal, style } = context;
  const rows = await withOffice(context, 'reviews', (office) => office.reviews());
  if (json) await printJson(terminal, rows);
  else
    await terminal.out(rows.length === 0 ? 'No review has been opened yet.\n' : inWords(rows, terminal.width, style));
  return exitCode.fine;
}

const columns = [
  { head: 'Review' },
  { head: 'State' },
  { head: 'Answered', align: 'right' },
  { head: 'Opened' },
  { head: 'Due' },
  { head: 'Closes' },
  { head: 'Title' },
] as const;

function inWords(rows: readonly ReviewRow[], width: number, style: Style): string {
  const cells = rows.map(({ id, title, status, openedAt, due, deadline, asked, answered, demo }) => [
    id,
    status,
    `${answered} of ${asked}`,
    dateIn('UTC', openedAt),
    due,
    deadline,
    plain(title) + (demo ? ' (demo)' : ''),
  ]);
  return table(columns, cells, { width, head: style.faint });
}
