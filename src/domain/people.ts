/** People as the domain needs them, when a card is drawn or a time is found. */
import type { PersonId, Platform } from './event.ts';

export type Person = {
  readonly id: PersonId;
  /** As the program file refers to them, e.g. `anna`. */
  readonly key: string;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly zone: string;
  readonly platform: Platform;
  readonly address?: string;
};
export type People = ReadonlyMap<PersonId, Person>;

/** What to call somebody; a person since erased has no name, and a channel is no person. */
export function nameOf(people: People, id: PersonId | 'muster'): string {
  if (id.startsWith('channel:')) return 'the team channel';
  return id === 'muster' ? 'Muster' : (people.get(id)?.name ?? 'a former member');
}
