/** Takes on record what the program files say. A terminal that only reads never does, whatever files it was given. */
import { assertSameKind } from '../adapters/postgres/same-kind.ts';
import type { ConfiguredProgram } from '../config/config.ts';
import { peopleOf, toSettings } from '../config/program-file.ts';
import type { ProgramId } from '../domain/event.ts';
import type { Ports } from '../flow/ports.ts';
import { register, retireOthers } from '../flow/register.ts';
import type { House } from './house.ts';
import { orRefused } from './or-refused.ts';

/** For a server: from now on the record says what the files say, and what they no longer name is retired. */
export async function registerPrograms({ config, database, ports }: House): Promise<void> {
  await orRefused(assertSameKind(database, config));
  for (const program of config.programs) await take(ports, program);
  const named = config.programs.map(({ file }) => file.id);
  await retireOthers(ports, named);
}

/** For `open` without a server: only what nobody has taken on record yet. A server may know newer files than a terminal. */
export async function registerIfNew({ config, database, ports }: House, id: ProgramId): Promise<void> {
  await orRefused(assertSameKind(database, config));
  const program = config.programs.find(({ file }) => file.id === id);
  if (program && !(await ports.store.current({ kind: 'program', id }))) await take(ports, program);
}

async function take(ports: Ports, { file, checklist, demo }: ConfiguredProgram): Promise<void> {
  const ids = await ports.directory.remember(peopleOf(file, demo));
  await register(ports, toSettings(file, ids, demo), checklist);
}
