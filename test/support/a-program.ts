/** The program of the stories, filled with whoever plays in it. */
import type { PersonId, Platform } from '../../src/domain/event.ts';
import type { Person } from '../../src/domain/people.ts';
import { type ProgramSettings, programSettings } from '../../src/domain/program/settings.ts';
import { settings } from './a-review.ts';

export function programFor(who: (key: string) => PersonId, more: Partial<ProgramSettings> = {}): ProgramSettings {
  const { roles, lead, approvers, members, ...rest } = settings;
  return programSettings.parse({
    ...rest,
    roles: Object.fromEntries(Object.entries(roles).map(([role, key]) => [role, who(key)])),
    lead: who(lead),
    approvers: approvers.map(who),
    members: members.map(who),
    ...more,
  });
}

/** More people, for a prompt of their own each. */
export function moreOwners(count: number, platform: Platform): readonly Person[] {
  return Array.from({ length: count }, (_, at) => {
    const key = `owner-${at}`;
    return { id: key, key, name: `Owner ${at}`, zone: 'Europe/Stockholm', platform };
  });
}

export function missing(key: string): never {
  throw new Error(`Nobody is called ${key}.`);
}
