/** Who is who without a database, by the same rules. */
import type { Person } from '../../src/domain/people.ts';
import type { Directory, PersonEntry } from '../../src/flow/ports/directory.ts';
import { forgetEntered, type MemoryShelf } from './memory-shelf.ts';

export function memoryDirectory(shelf: MemoryShelf): Directory {
  const byKey = (key: string) => [...shelf.people.values()].find((person) => person.key === key);
  return {
    people: async () => new Map(shelf.people),
    async remember(entries) {
      for (const entry of entries) {
        const known: Person | undefined = byKey(entry.key);
        const id = known?.id ?? crypto.randomUUID();
        // An address once learnt outlives a program file that does not say it.
        release(shelf, entry);
        const another = known?.address !== undefined && isAnother(known, entry);
        if (another) showNothingNew(shelf, known.id, known.address);
        const learnt = another ? undefined : known?.address;
        shelf.people.set(id, { ...(learnt !== undefined && { address: learnt }), ...entry, id });
      }
      return new Map(entries.map(({ key }) => [key, (byKey(key) as Person).id]));
    },
    async learn(id, address) {
      const person = shelf.people.get(id);
      if (!person) return;
      release(shelf, { ...person, address });
      shelf.people.set(id, { ...person, address });
      if (person.address !== undefined && person.address !== address) showNothingNew(shelf, id, person.address);
    },
    async unlearn(id, address) {
      const { address: theirs, ...rest } = shelf.people.get(id) ?? {};
      if (theirs !== address) return;
      shelf.people.set(id, rest as Person);
      showNothingNew(shelf, id, address);
    },
    byAddress: async (platform, address) =>
      [...shelf.people.values()].find((person) => person.platform === platform && person.address === address),
  } satisfies Directory;
}

function isAnother(known: Person, { platform, email, address }: PersonEntry): boolean {
  if (known.platform !== platform) return true;
  if (address !== undefined) return address !== known.address;
  return email !== undefined && email.toLowerCase() !== known.email?.toLowerCase();
}

function showNothingNew(shelf: MemoryShelf, contact: string, address: string | undefined): void {
  for (const [at, message] of shelf.messages.entries()) {
    const { contact: whose, turn, takenFrom = address } = message;
    if (whose !== contact || takenFrom !== address) continue;
    shelf.messages[at] = { ...message, takenFrom, unsaved: undefined, drawnEvents: -1, turn: turn + 1 };
    forgetEntered(shelf, { conversation: message.ref.conversation });
  }
  // A form in a message of its own may be all that stands there.
  for (const { id, account } of shelf.conversations.values())
    if (account !== undefined && account === address) forgetEntered(shelf, { conversation: id });
}

/** An address is one person's: whoever was said to have it last. */
function release(shelf: MemoryShelf, entry: PersonEntry): void {
  for (const other of [...shelf.people.values()].filter((one) => isSamePlace(one, entry))) {
    const { address: _, ...rest } = other;
    shelf.people.set(other.id, rest);
    showNothingNew(shelf, other.id, other.address);
  }
}

function isSamePlace(other: Person, { key, platform, address }: PersonEntry): boolean {
  return address !== undefined && other.key !== key && other.platform === platform && other.address === address;
}
