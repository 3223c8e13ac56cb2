/** The programs somebody has a part in, with what opening one they lead would record: for `open` and its form. */
import type { ProgramScene } from '../domain/card/scene.ts';
import type { ContactId, PersonId, ProgramId } from '../domain/event.ts';
import type { Program } from '../domain/program/program.ts';
import { channelOf, openingOf } from '../domain/review/opening.ts';
import type { Ports } from './ports.ts';
import { recipientOf } from './recipient.ts';
import { runningReview } from './running-review.ts';

type Looking = Pick<Ports, 'store' | 'readings' | 'checklists' | 'calendars' | 'clock'>;
type Reaching = Pick<Ports, 'store' | 'calendars' | 'directory' | 'messengers' | 'log'>;

export async function programsOf(ports: Looking, person: ContactId): Promise<ReadonlyMap<ProgramId, ProgramScene>> {
  const ids = await ports.readings.programs();
  const programs = await Promise.all(ids.map((id) => ports.store.current({ kind: 'program', id })));
  const theirs = programs.flatMap((current) =>
    current && !current.state.retired && isIn(current.state, person) ? [current.state] : [],
  );
  const scenes = await Promise.all(theirs.map((program) => sceneOf(ports, program, person)));
  return new Map(scenes.map((scene) => [scene.id, scene]));
}

function isIn({ settings }: Program, person: ContactId): boolean {
  return [settings.lead, ...settings.approvers, ...settings.members].includes(person);
}

async function sceneOf(ports: Looking, program: Program, viewer: ContactId): Promise<ProgramScene> {
  const { settings, id } = program;
  const checklist = await ports.checklists.byHash(program.checklistHash);
  const channelName = settings.channel?.name ?? settings.channel?.id;
  const base = { id, title: settings.title, lead: settings.lead, checklist, unreachable: [] };
  const named = { ...base, ...(channelName && { channelName }) };
  // What it would record is for its lead, who alone may open it.
  if (settings.lead !== viewer || (await runningReview(ports, program))) return named;
  const at = ports.clock.now();
  const calendar = ports.calendars.calendarFor(settings.cadence);
  const last = await ports.readings.lastAnswers(id);
  return { ...named, preview: openingOf({ program, checklist, last, tick: at, at, calendar }) };
}

/** The same with who would not be reached, and why nothing could be posted in the channel: looked at now, before anybody confirms. */
export async function withReach(ports: Reaching, scene: ProgramScene): Promise<ProgramScene> {
  if (!scene.preview) return scene;
  const owners = [...new Set(scene.preview.items.flatMap(({ owner, asked }) => (asked ? [owner] : [])))];
  const looked = await Promise.all(
    owners.map(async (owner) => ((await hindrance(ports, owner)) === undefined ? [] : [owner])),
  );
  const channel = scene.channelName === undefined ? undefined : await hindrance(ports, channelOf(scene));
  return { ...scene, unreachable: looked.flat(), ...(channel !== undefined && { channelHindrance: channel }) };
}

/** Why nothing would reach them, as their platform says now. */
async function hindrance(ports: Reaching, contact: ContactId | PersonId): Promise<string | undefined> {
  const reached = await recipientOf(ports, contact);
  const messenger = reached && ports.messengers.get(reached.platform);
  if (!messenger) return 'no platform that is set up knows them';
  try {
    return await messenger.hindrance(reached.to);
  } catch (error) {
    // What the platform does not say now, the first message will find out.
    ports.log.warn({ error: String(error) }, 'Whether somebody can be reached could not be looked up.');
    return undefined;
  }
}
