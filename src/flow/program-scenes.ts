/** The programs somebody leads, with what opening one now would record: for `open` and its form. */
import type { ProgramScene } from '../domain/card/scene.ts';
import type { ContactId, ProgramId } from '../domain/event.ts';
import type { Program } from '../domain/program/program.ts';
import { openingOf } from '../domain/review/opening.ts';
import type { Ports } from './ports.ts';
import { runningReview } from './running-review.ts';

type Looking = Pick<Ports, 'store' | 'readings' | 'checklists' | 'calendars' | 'clock'>;

export async function programsLedBy(ports: Looking, person: ContactId): Promise<ReadonlyMap<ProgramId, ProgramScene>> {
  const ids = await ports.readings.programs();
  const programs = await Promise.all(ids.map((id) => ports.store.current({ kind: 'program', id })));
  const led = programs.flatMap((current) => (current?.state.settings.lead === person ? [current.state] : []));
  const scenes = await Promise.all(led.map((program) => sceneOf(ports, program)));
  return new Map(scenes.map((scene) => [scene.id, scene]));
}

async function sceneOf(ports: Looking, program: Program): Promise<ProgramScene> {
  const { settings, id } = program;
  const checklist = await ports.checklists.byHash(program.checklistHash);
  const owners = new Set(Object.values(settings.roles));
  const contacts = await Promise.all([...owners].map((owner) => ports.store.current({ kind: 'contact', id: owner })));
  const unreachable = contacts.flatMap((current) => (current?.state.unreachable ? [current.state.id] : []));
  const base = { id, title: settings.title, lead: settings.lead, checklist, unreachable };
  const channelName = settings.channel?.name ?? settings.channel?.id;
  const named = { ...base, ...(channelName && { channelName }) };
  if (await runningReview(ports, program)) return named;
  const at = ports.clock.now();
  const calendar = ports.calendars.calendarFor(settings.cadence);
  const last = await ports.readings.lastAnswers(id);
  return { ...named, preview: openingOf({ program, checklist, last, tick: at, at, calendar }) };
}
