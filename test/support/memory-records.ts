/** All of the records without a database, over the same seals, chain and folds. */

import { reviewOfView } from '../../src/adapters/postgres/review-of-view.ts';
import { checklistHash } from '../../src/domain/checklist/checklist-hash.ts';
import type { Person } from '../../src/domain/people.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import type { Checklists } from '../../src/flow/ports/checklists.ts';
import type { Directory, PersonEntry } from '../../src/flow/ports/directory.ts';
import type { EventStore } from '../../src/flow/ports/event-store.ts';
import type { Message, Messages } from '../../src/flow/ports/messages.ts';
import type { Readings } from '../../src/flow/ports/readings.ts';
import { memoryEventStore } from './memory-event-store.ts';
import { memoryReadings } from './memory-readings.ts';
import { type KeptMessage, linksOf, type MemoryShelf, memoryShelf } from './memory-shelf.ts';

export type MemoryRecords = {
  readonly store: EventStore;
  readonly readings: Readings;
  readonly messages: Messages;
  readonly checklists: Checklists;
  readonly directory: Directory;
  readonly shelf: MemoryShelf;
};

/** `now` is database time: a test's clock. */
export function memoryRecords(options: { now: () => Instant; shelf?: MemoryShelf }): MemoryRecords {
  const shelf = options.shelf ?? memoryShelf();
  return {
    store: memoryEventStore(options.now, shelf),
    readings: memoryReadings(shelf),
    messages: memoryMessages(shelf),
    checklists: memoryChecklists(shelf),
    directory: memoryDirectory(shelf),
    shelf,
  };
}

export function memoryMessages(shelf: MemoryShelf): Messages {
  const sameAs = (a: object) => (message: { ref: object }) => JSON.stringify(message.ref) === JSON.stringify(a);
  let tries = 0;
  const find = (ref: object) => shelf.messages.find(sameAs(ref));
  const put = (ref: object, change: Partial<KeptMessage>) => {
    const at = shelf.messages.findIndex(sameAs(ref));
    const kept = shelf.messages[at];
    if (kept) shelf.messages[at] = { ...kept, ...change };
    return shelf.messages[at];
  };
  const outdated = (ref: object) => ({ drawnEvents: -1, turn: (find(ref)?.turn ?? 0) + 1 });
  const eventsOf = ({ view }: Pick<Message, 'view'>) =>
    reviewOfView(view).reduce((sum, id) => sum + linksOf(shelf, { kind: 'review', id }).length, 0);
  const isOutdated = (kept: KeptMessage) => !kept.gone && kept.drawnEvents < eventsOf(kept);
  return {
    async add({ mark, ...message }) {
      if (!find(message.ref)) shelf.messages.push({ ...message, ...neverDrawn, mark });
    },
    async show(ref, view) {
      const same = JSON.stringify(find(ref)?.view) === JSON.stringify(view);
      put(ref, { view, ...outdated(ref), ...(same ? {} : { part: undefined }) });
    },
    async turnTo(ref, part) {
      put(ref, { part, ...outdated(ref) });
    },
    async keepUnsaved(ref, { entered = {}, dropped = [] }) {
      const rest = Object.entries(find(ref)?.unsaved ?? {}).filter(([id]) => !dropped.includes(id));
      const unsaved = { ...Object.fromEntries(rest), ...entered };
      put(ref, { unsaved: Object.keys(unsaved).length > 0 ? unsaved : undefined, ...outdated(ref) });
    },
    of: async (contact, limit = Infinity) => {
      const theirs = shelf.messages.filter((message) => message.contact === contact);
      return theirs.slice(Math.max(0, theirs.length - limit)).map(plain);
    },
    byRef: async (ref) => {
      const kept = find(ref);
      return kept && plain(kept);
    },
    outdated: async (review, platforms) => {
      const about = shelf.messages.filter(({ view }) => reviewOfView(view).includes(review));
      const drawn = about.filter((kept) => platforms.includes(kept.ref.platform) && isOutdated(kept));
      return drawn.toSorted((a, b) => a.tried - b.tried).map(plain);
    },
    reviewsOutdated: async (since, platforms) => {
      const waiting = shelf.messages.filter((kept) => platforms.includes(kept.ref.platform) && isOutdated(kept));
      const ids = [...new Set(waiting.flatMap(({ view }) => reviewOfView(view)))].toSorted();
      return ids.filter((id) => (linksOf(shelf, { kind: 'review', id }).at(-1)?.at ?? '') >= since);
    },
    async begin(ref) {
      tries += 1;
      const kept = put(ref, { turn: (find(ref)?.turn ?? 0) + 1, tried: tries });
      if (!kept) return undefined;
      const { turn, mark } = kept;
      return { ...plain(kept), turn, events: eventsOf(kept), ...(mark !== undefined && { mark }) };
    },
    async drawn({ ref, turn, events }, mark) {
      const now = find(ref)?.turn ?? 0;
      if (now === turn) put(ref, { drawnEvents: events, mark, gone: false });
      else put(ref, { turn: now + 1, drawnEvents: -1, mark: undefined });
    },
    async gone(ref) {
      put(ref, { gone: true });
    },
  } satisfies Messages;
}

const neverDrawn = { turn: 0, tried: 0, drawnEvents: -1, gone: false };

function plain({ ref, contact, view, at, delivery, part, unsaved }: KeptMessage): Message {
  return {
    ref,
    contact,
    view,
    at,
    ...(delivery !== undefined && { delivery }),
    ...(part !== undefined && { part }),
    ...(unsaved && { unsaved }),
  };
}

export function memoryChecklists(shelf: MemoryShelf): Checklists {
  return {
    async byHash(hash) {
      const checklist = shelf.checklists.get(hash);
      if (!checklist) throw new Error(`No checklist is kept under ${hash}.`);
      return checklist;
    },
    async keep(checklist) {
      const hash = checklistHash(checklist);
      shelf.checklists.set(hash, checklist);
      return hash;
    },
  } satisfies Checklists;
}

export function memoryDirectory(shelf: MemoryShelf): Directory {
  const byKey = (key: string) => [...shelf.people.values()].find((person) => person.key === key);
  return {
    people: async () => new Map(shelf.people),
    async remember(entries) {
      for (const entry of entries) {
        const known: Person | undefined = byKey(entry.key);
        const id = known?.id ?? crypto.randomUUID();
        // An address once learnt outlives a program file that does not say it.
        for (const other of [...shelf.people.values()].filter((one) => isSamePlace(one, entry))) {
          const { address: _, ...rest } = other;
          shelf.people.set(other.id, rest);
        }
        const another = known?.address !== undefined && isAnother(known, entry);
        if (another) forgetMessages(shelf, known.id);
        const learnt = another ? undefined : known?.address;
        shelf.people.set(id, { ...(learnt !== undefined && { address: learnt }), ...entry, id });
      }
      return new Map(entries.map(({ key }) => [key, (byKey(key) as Person).id]));
    },
    async learn(id, address) {
      const person = shelf.people.get(id);
      if (!person) return;
      for (const other of [...shelf.people.values()].filter((one) => isSamePlace(one, { ...person, address }))) {
        const { address: _, ...rest } = other;
        shelf.people.set(other.id, rest);
      }
      shelf.people.set(id, { ...person, address });
    },
    async unlearn(id, address) {
      const { address: theirs, ...rest } = shelf.people.get(id) ?? {};
      if (theirs === address) shelf.people.set(id, rest as Person);
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

function forgetMessages(shelf: MemoryShelf, contact: string): void {
  for (const [at, message] of shelf.messages.entries()) {
    if (message.contact === contact) shelf.messages[at] = { ...message, gone: true, turn: message.turn + 1 };
  }
}

/** An address is one person's: whoever was said to have it last. */
function isSamePlace(other: Person, { key, platform, address }: PersonEntry): boolean {
  return address !== undefined && other.key !== key && other.platform === platform && other.address === address;
}
