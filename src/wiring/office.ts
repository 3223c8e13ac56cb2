/** The office of this process: what the terminal asks, answered from the records at hand. */

import { postgresArchive } from '../adapters/postgres/postgres-archive.ts';
import { rebuild } from '../adapters/postgres/rebuild.ts';
import { verifyDatabase } from '../adapters/postgres/verify-database.ts';
import { atTheTerminal } from '../domain/at-the-terminal.ts';
import type { ProgramId, Refusal } from '../domain/event.ts';
import { exportReview } from '../flow/export.ts';
import { preview } from '../flow/office/preview.ts';
import { programRows } from '../flow/office/program-rows.ts';
import { statusReports } from '../flow/office/status-reports.ts';
import type { Office, OpenedBy } from '../flow/office.ts';
import type { Opened, Progress } from '../flow/office-rows.ts';
import { openNow } from '../flow/open.ts';
import { asIfRegistered } from './as-if-registered.ts';
import { doctor } from './doctor.ts';
import type { House } from './house.ts';
import { registerIfNew } from './register-programs.ts';
import { reported } from './reported.ts';

export function officeOf(house: House): Office {
  const { ports, database } = house;
  const archive = postgresArchive(database);
  return {
    programs: async () => programRows(await asIfRegistered(house)),
    preview: async (program, opens) =>
      preview(await asIfRegistered(house), program, opens === 'now' ? ports.clock.now() : undefined),
    open: (program, by) => open(house, program, by),
    reviews: () => ports.readings.reviews(),
    status: (about) => statusReports(ports, about),
    exportReview: (review) => exportReview({ ...ports, archive }, review),
    verifyDatabase: () => reported<Progress>((report) => verifyAll(house, report)),
    rebuild: () =>
      reported<Progress>((report) =>
        rebuild(database, { onProgress: ({ streams, of }) => report({ done: streams, of }) }),
      ),
    doctor: () => doctor(house),
  };
}

async function verifyAll({ database }: House, report: (progress: Progress) => void): Promise<void> {
  const { rows } = await database.pool.query<{ total: number }>('select count(*)::int as total from streams');
  const total = rows[0]?.total ?? 0;
  const { problems } = await verifyDatabase(database, {
    onProgress: ({ streams }) => report({ done: streams, of: total }),
  });
  for (const { sentence, stream, version } of problems) {
    const where = stream && `${stream.kind} ${stream.id}`;
    report({ wrong: sentence, ...(where && { stream: where }), ...(version !== undefined && { version }) });
  }
}

/** Whoever sits at this machine opens as the person they name; the record keeps their account beside it. */
async function open(house: House, program: ProgramId, by: OpenedBy): Promise<Opened | Refusal> {
  const { ports } = house;
  await registerIfNew(house, program);
  const current = await ports.store.current({ kind: 'program', id: program });
  if (!current)
    return { refused: 'unknown', sentence: `There is no program ${program}. ${atTheTerminal('programs')} lists them.` };
  const people = [...(await ports.directory.people()).values()];
  const person = by.key === undefined ? current.state.settings.lead : people.find(({ key }) => key === by.key)?.id;
  if (!person) return { refused: 'unknown', sentence: `Nobody in the program files is called ${by.key}.` };
  const opened = await openNow(ports, program, { by: person, source: { via: 'terminal', ref: by.account } });
  if (typeof opened !== 'string') return opened;
  return { id: opened, programId: program, sentence: `The review is open. ${await whenAsked(ports)}` };
}

/** Nobody is promised to be asked by a platform that takes nothing from us now. */
async function whenAsked({ connections }: House['ports']): Promise<string> {
  const paused = await connections.paused();
  if (paused.length === 0) return 'Its owners are asked in their working hours.';
  return `What is said where messages wait now is said once they no longer do; ${atTheTerminal('doctor')} says what to do.`;
}
