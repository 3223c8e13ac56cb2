/** Takes in what a program's file says: the program, its checklist, and when it opens next. */
import type { Checklist } from '../domain/checklist/checklist.ts';
import { isRefusal, type ProgramId } from '../domain/event.ts';
import { decideProgram, type ProgramCommand } from '../domain/program/decide.ts';
import { nextTick, type Program } from '../domain/program/program.ts';
import type { ProgramSettings } from '../domain/program/settings.ts';
import type { Ports } from './ports.ts';
import { bySchedule, wake } from './soon.ts';

export async function register(
  ports: Pick<Ports, 'store' | 'checklists' | 'cadences' | 'clock' | 'alarms' | 'log'>,
  settings: ProgramSettings,
  checklist: Checklist,
): Promise<void> {
  const checklistHash = await ports.checklists.keep(checklist);
  await planNext(ports, await toProgram(ports, settings.id, { does: 'register', settings, checklistHash }));
}

/** What no file names any more opens nothing; its running review comes to its end. */
export async function retireOthers(
  ports: Pick<Ports, 'store' | 'readings'>,
  named: readonly ProgramId[],
): Promise<void> {
  const others = (await ports.readings.programs()).filter((id) => !named.includes(id));
  for (const id of others) await toProgram(ports, id, { does: 'retire' });
}

/** The next opening is stored, so that one missed while nobody was running is noticed on return. */
export async function planNext(
  ports: Pick<Ports, 'store' | 'cadences' | 'clock' | 'alarms' | 'log'>,
  program: Program,
): Promise<void> {
  if (program.retired) return;
  const { cadence } = program.settings;
  const planned = nextTick(program);
  const tick = planned ?? ports.cadences.next(cadence, ports.clock.now());
  if (!planned) await toProgram(ports, program.id, { does: 'plan', tick, cadence });
  await wake(ports, { look: 'program', id: program.id, at: tick });
}

export async function toProgram(ports: Pick<Ports, 'store'>, id: ProgramId, command: ProgramCommand): Promise<Program> {
  const changed = await ports.store.change(
    { kind: 'program', id },
    { ...bySchedule, decide: (state) => decideProgram(state, command, 'muster') },
  );
  if (isRefusal(changed)) throw new Error(`Program ${id}: ${changed.sentence}`);
  return changed.state;
}
