/** Whom and where the programs name on one platform: for the doctor, who asks there whether they can be written to. */
import type { PersonId, Platform, ProgramId } from '../domain/event.ts';
import type { Person } from '../domain/people.ts';
import type { Channel, ProgramSettings } from '../domain/program/settings.ts';
import type { Directory } from './ports/directory.ts';
import type { EventStore } from './ports/event-store.ts';
import type { Readings } from './ports/readings.ts';

type Programs = { readonly readings: Pick<Readings, 'programs'>; readonly store: Pick<EventStore, 'current'> };

/** Whoever a program asks, tells or may hand something to. The directory also remembers who left every program. */
export async function peopleNamed(
  { directory, ...programs }: Programs & { readonly directory: Pick<Directory, 'people'> },
  on: Platform,
): Promise<readonly Person[]> {
  const known = await programsOf(programs);
  const ids = new Set(known.flatMap(({ settings }) => peopleIn(settings)));
  const people = await directory.people();
  return [...ids].flatMap((id) => people.get(id) ?? []).filter(({ platform }) => platform === on);
}

function peopleIn({ lead, approvers, members, roles, prompts }: ProgramSettings): readonly PersonId[] {
  return [...Object.values(roles), ...Object.values(prompts), lead, ...approvers, ...members];
}

export async function channelsNamed(
  programs: Programs,
  on: Platform,
): Promise<readonly { readonly program: ProgramId; readonly channel: Channel }[]> {
  return (await programsOf(programs)).flatMap(({ id, settings: { channel } }) =>
    channel?.platform === on ? [{ program: id, channel }] : [],
  );
}

/** Those that open reviews still. */
async function programsOf({ readings, store }: Programs) {
  const found = await Promise.all((await readings.programs()).map((id) => store.current({ kind: 'program', id })));
  return found.flatMap((current) => (current && !current.state.retired ? current.state : []));
}
