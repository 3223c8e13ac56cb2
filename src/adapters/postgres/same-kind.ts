/** Keeps a demo's record and a real one apart: its clock may have been moved, and its answers are invented. */
import { upcasts } from '../../domain/upcasts.ts';
import { type Database, reading } from './database.ts';
import { demoClockRow } from './demo-clock-row.ts';
import { listStreams } from './list-streams.ts';
import { loadNewest } from './load-current.ts';
import { stateCache } from './state-cache.ts';

/**
 * To be asked before programs are registered and anything is dated. Rejects with a sentence to show: everything recorded
 * bears the demo's offset, so outside the demo it must be none, and no program may be of the other kind.
 */
export async function assertSameKind(database: Database, { demo }: { readonly demo: boolean }): Promise<void> {
  const kinds = await kindsOnRecord(database);
  const other = demo ? kinds.real : kinds.demo;
  if (other !== undefined) throw new Error(demo ? realThere(other) : demoThere(other));
  if (!demo && (await demoClockRow(database).read()) !== 0) throw new Error(clockMoved);
}

const elsewhere = 'Set MUSTER_DATA_DIR to another folder, or DATABASE_URL to another database';

const clockMoved = `The clock of this database was set ahead by a demo, so nothing real can be dated in it. ${elsewhere}.`;

function demoThere(program: string): string {
  return (
    `This database holds a demo: its program ${program} has invented people and answers. ` +
    `${elsewhere}; or set MUSTER_DEMO=on to go on with the demo.`
  );
}

function realThere(program: string): string {
  return `This database holds real reviews, of the program ${program}, and a demo would mix with them. ${elsewhere} for the demo.`;
}

/** One program of each kind, where there is one. */
async function kindsOnRecord(database: Database): Promise<{ demo?: string; real?: string }> {
  const reader = { cache: stateCache(), upcasts };
  const found: { demo?: string; real?: string } = {};
  for await (const { stream } of listStreams(database, 'program')) {
    const program = await reading(database, () => loadNewest(database, reader, { kind: 'program', id: stream.id }));
    if (program) found[program.state.settings.demo ? 'demo' : 'real'] ??= stream.id;
  }
  return found;
}
