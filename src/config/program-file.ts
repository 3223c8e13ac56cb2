/** A program as a team writes it: the domain's settings, with people by name. */
import { z } from 'zod';
import { type Platform, platforms } from '../domain/event.ts';
import { channel, type ProgramSettings, programSettings } from '../domain/program/settings.ts';
import type { PersonEntry } from '../flow/ports/directory.ts';
import { accountAddress } from './account-address.ts';
import { channelId } from './channel-id.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens');

const person = z.strictObject({
  name: z.string().min(1).max(80),
  title: z.string().max(80).exactOptional(),
  email: z.email().exactOptional(),
  /** IANA; the program's zone when absent. */
  zone: z.string().exactOptional(),
  platform: z.enum(platforms).exactOptional(),
  /** How that platform knows them, e.g. a member id. */
  address: z.string().min(1).exactOptional(),
});

export const programFile = programSettings.omit({ demo: true, members: true }).extend({
  /** Where everybody is who does not say otherwise. */
  platform: z.enum(platforms).default('workspace'),
  channel: channel.partial({ platform: true }).exactOptional(),
  people: z.record(key, person),
});
export type ProgramFile = z.infer<typeof programFile>;

/** Everybody the file names, for the directory, which gives each an id that never changes. */
export function peopleOf(file: ProgramFile, demo: boolean): readonly PersonEntry[] {
  return Object.entries(file.people).map(([key, { zone, platform = file.platform, address, ...rest }]) => ({
    key,
    ...rest,
    zone: zone ?? file.cadence.zone,
    platform: demo ? 'workspace' : platform,
    // In the browser a person is known by the key the file gives them.
    ...(demo ? { address: key } : address !== undefined && { address: accountAddress(platform, address) }),
  }));
}

/** The same program with people by their opaque ids. Every key was checked before, so a missing one is a bug. */
export function toSettings(
  { people, platform, channel, ...file }: ProgramFile,
  ids: ReadonlyMap<string, string>,
  demo: boolean,
): ProgramSettings {
  const id = (key: string) => {
    const found = ids.get(key);
    if (found === undefined) throw new Error(`Program ${file.id} names ${key}, whom the directory does not know.`);
    return found;
  };
  const home: Platform = demo ? 'workspace' : (channel?.platform ?? platform);
  return {
    ...file,
    ...(channel && { channel: { ...channel, platform: home, id: channelId(home, channel.id) } }),
    lead: id(file.lead),
    approvers: file.approvers.map(id),
    members: Object.keys(people).map(id),
    roles: mapValues(file.roles, id),
    sections: mapValues(file.sections, ({ owner, accountable }) => ({
      ...(owner !== undefined && { owner: id(owner) }),
      ...(accountable !== undefined && { accountable: id(accountable) }),
    })),
    prompts: mapValues(file.prompts, id),
    demo,
  };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
