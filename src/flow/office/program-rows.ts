/** Every program with its reviews: planned, held and missed. */
import { nameOf, type People } from '../../domain/people.ts';
import { nextTick, type Program } from '../../domain/program/program.ts';
import type { ProgramRow } from '../office-rows.ts';
import type { Ports } from '../ports.ts';

type Looking = Pick<Ports, 'readings' | 'store' | 'checklists' | 'directory'>;

export async function programRows(ports: Looking): Promise<readonly ProgramRow[]> {
  const people = await ports.directory.people();
  const ids = await ports.readings.programs();
  const programs = await Promise.all(ids.map((id) => ports.store.current({ kind: 'program', id })));
  return Promise.all(programs.flatMap((current) => (current ? rowOf(ports, current.state, people) : [])));
}

async function rowOf({ checklists }: Looking, program: Program, people: People): Promise<ProgramRow> {
  const { title, scope, cadence, lead, demo } = program.settings;
  const checklist = await checklists.byHash(program.checklistHash);
  const next = nextTick(program);
  return {
    id: program.id,
    programId: program.id,
    title,
    scope,
    checklist: { id: checklist.id, version: checklist.version, prompts: checklist.prompts.length },
    cadence,
    lead: { id: lead, name: nameOf(people, lead) },
    demo,
    ...(next && { next }),
    reviews: program.reviews.map(({ tick, review, missed }) => ({
      tick,
      ...(review && { review }),
      ...(missed && { missed }),
    })),
  };
}
