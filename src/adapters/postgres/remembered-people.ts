/** The directory as read within the last second: every click asks who somebody is, and that hardly ever changes. */
import type { Platform } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';

export type RememberedPeople = {
  byId(): Promise<ReadonlyMap<string, Person>>;
  byAddress(platform: Platform, address: string): Promise<Person | undefined>;
  /** Something was written: whoever asks from now on is told of it. */
  forget(): void;
};

// What another process wrote is known after this, in milliseconds.
const memory = 1_000;

type Read = { readonly byId: ReadonlyMap<string, Person>; readonly byAddress: ReadonlyMap<string, Person> };

export function rememberedPeople(read: () => Promise<readonly Person[]>): RememberedPeople {
  let last: { readonly at: number; readonly read: Promise<Read> } | undefined;

  function newest(): Promise<Read> {
    if (last && performance.now() - last.at < memory) return last.read;
    const begun = { at: performance.now(), read: read().then(indexed) };
    last = begun;
    begun.read.catch(() => last === begun && forget());
    return begun.read;
  }

  function forget(): void {
    last = undefined;
  }

  return {
    byId: async () => (await newest()).byId,
    byAddress: async (platform, address) => (await newest()).byAddress.get(keyOf(platform, address)),
    forget,
  };
}

function indexed(people: readonly Person[]): Read {
  const reachable = people.flatMap((person) =>
    person.address === undefined ? [] : [[keyOf(person.platform, person.address), person] as const],
  );
  return { byId: new Map(people.map((person) => [person.id, person])), byAddress: new Map(reachable) };
}

function keyOf(platform: Platform, address: string): string {
  return `${platform} ${address}`;
}
