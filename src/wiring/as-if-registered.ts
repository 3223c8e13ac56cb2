/** Shows the programs of the files as if they were on record, so that a terminal can look at them and write nothing. */
import type { ConfiguredProgram } from '../config/config.ts';
import { peopleOf, toSettings } from '../config/program-file.ts';
import { checklistHash } from '../domain/checklist/checklist-hash.ts';
import type { ProgramId, Recorded } from '../domain/event.ts';
import type { People, Person } from '../domain/people.ts';
import type { ProgramEvent } from '../domain/program/events.ts';
import { evolveProgram } from '../domain/program/evolve.ts';
import type { Program } from '../domain/program/program.ts';
import type { Current } from '../flow/ports/event-store.ts';
import type { Ports } from '../flow/ports.ts';
import type { House } from './house.ts';

/** What is on record stands as it is there, whatever the files say since. */
export async function asIfRegistered({ ports, config }: House): Promise<Ports> {
  const onRecord = await ports.readings.programs();
  const added = config.programs.filter(({ file }) => !onRecord.includes(file.id));
  if (added.length === 0) return ports;
  const people = peopleWith(await ports.directory.people(), added);
  const programs = new Map(added.map((program) => [program.file.id, planned(ports, program, people)]));
  const checklists = new Map(added.map(({ checklist }) => [checklistHash(checklist), checklist]));
  return {
    ...ports,
    readings: { ...ports.readings, programs: async () => [...onRecord, ...programs.keys()] },
    directory: directoryWith(ports.directory, people),
    checklists: { ...ports.checklists, byHash: async (hash) => checklists.get(hash) ?? ports.checklists.byHash(hash) },
    store: { ...ports.store, current: currentWith(ports.store, programs) },
  };
}

function currentWith(store: Ports['store'], programs: ReadonlyMap<ProgramId, Program>): Ports['store']['current'] {
  return async (stream) => {
    const state = stream.kind === 'program' ? programs.get(stream.id) : undefined;
    // The kind says which of the three states it is, which a type parameter cannot follow.
    return state ? ({ state, head: nothingYet } as Current<typeof stream.kind>) : store.current(stream);
  };
}

/** Somebody who is in no record yet has no row where what was found out of them could be kept. */
function directoryWith(directory: Ports['directory'], people: People): Ports['directory'] {
  return {
    ...directory,
    people: async () => people,
    learn: async (person, address) => {
      if ((await directory.people()).has(person)) await directory.learn(person, address);
    },
  };
}

const nothingYet = { version: 0, hash: '' };

/** Under their opaque id where they have one already, else under their key. */
function peopleWith(known: People, added: readonly ConfiguredProgram[]): People {
  const ids = idsByKey(known);
  const entries = added.flatMap(({ file, demo }) => peopleOf(file, demo));
  const persons = entries.map((entry): Person => ({ ...entry, id: ids.get(entry.key) ?? entry.key }));
  return new Map([...known, ...persons.map((person) => [person.id, person] as const)]);
}

function idsByKey(people: People): ReadonlyMap<string, string> {
  return new Map([...people.values()].map(({ key, id }) => [key, id]));
}

function planned(ports: Ports, { file, checklist, demo }: ConfiguredProgram, people: People): Program {
  const settings = toSettings(file, idsByKey(people), demo);
  const { cadence } = settings;
  const now = ports.clock.now();
  const asIfRecorded = (event: ProgramEvent): Recorded<ProgramEvent> => ({
    id: file.id,
    stream: { kind: 'program', id: file.id },
    version: 0,
    at: now,
    by: 'muster',
    source: { via: 'terminal' },
    event,
    previous: '',
    hash: '',
  });
  const hash = checklistHash(checklist);
  const registered = evolveProgram(
    undefined,
    asIfRecorded({ type: 'ProgramRegistered', settings, checklistHash: hash }),
  );
  const tick = ports.cadences.next(cadence, now);
  return evolveProgram(registered, asIfRecorded({ type: 'ReviewPlanned', tick, cadence }));
}
