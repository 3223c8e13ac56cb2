/** `muster reviews`: every review there was, newest first. */
import { dateIn } from '../domain/time/zone.ts';
import type { ProgramRow } from '../flow/office-rows.ts';
import type { ReviewRow } from '../flow/ports/readings.ts';
import type { Context } from './command-context.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { placeOfRecord } from './place-of-record.ts';
import { printJson } from './print-json.ts';
import { plain, type Style } from './style.ts';
import { table } from './table.ts';
import { withOffice } from './with-office.ts';

export async function reviews(context: Context, { json }: { readonly json: boolean }): Promise<ExitCode> {
  const { terminal, style } = context;
  const [rows, programs] = await withOffice(context, 'reviews', (office) =>
    Promise.all([office.reviews(), office.programs()]),
  );
  if (json) await printJson(terminal, rows);
  else if (rows.length === 0) await terminal.out(`No review has been opened yet in ${placeOfRecord(context)}.\n`);
  else await terminal.out(inWords(rows, programs, { width: terminal.width, style }));
  return exitCode.fine;
}

const columns = [
  { head: 'Review' },
  { head: 'State' },
  { head: 'Answered', align: 'right' },
  { head: 'Opened' },
  { head: 'Due' },
  { head: 'Closes' },
  { head: 'Days in' },
  { head: 'Title' },
] as const;

function inWords(
  rows: readonly ReviewRow[],
  programs: readonly ProgramRow[],
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const zones = new Map(programs.map(({ id, cadence }) => [id, cadence.zone]));
  const cells = rows.map(({ id, programId, title, status, openedAt, due, deadline, asked, answered, demo }) => {
    const zone = zones.get(programId) ?? 'UTC';
    const days = [dateIn(zone, openedAt), due, deadline, zone];
    return [id, status, `${answered} of ${asked}`, ...days, plain(title) + (demo ? ' (demo)' : '')];
  });
  return table(columns, cells, { width, head: style.faint });
}
