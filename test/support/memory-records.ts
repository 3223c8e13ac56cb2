/** All of the records without a database, over the same seals, chain and folds. */

import { reviewOfView } from '../../src/adapters/postgres/review-of-view.ts';
import { checklistHash } from '../../src/domain/checklist/checklist-hash.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import type { Checklists } from '../../src/flow/ports/checklists.ts';
import type { Directory } from '../../src/flow/ports/directory.ts';
import type { EventStore } from '../../src/flow/ports/event-store.ts';
import type { Message, Messages } from '../../src/flow/ports/messages.ts';
import type { Readings } from '../../src/flow/ports/readings.ts';
import { memoryDirectory } from './memory-directory.ts';
import { memoryEventStore } from './memory-event-store.ts';
import { memoryReadings } from './memory-readings.ts';
import { forgetEntered, type KeptMessage, linksOf, type MemoryShelf, memoryShelf } from './memory-shelf.ts';

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
  const isTaken = ({ takenFrom, contact }: KeptMessage) =>
    takenFrom !== undefined && shelf.people.get(contact)?.address !== takenFrom;
  const isOutdated = (kept: KeptMessage) => !kept.gone && !isTaken(kept) && kept.drawnEvents < eventsOf(kept);
  return {
    async add({ mark, ...message }) {
      const kept = find(message.ref);
      if (kept?.contact === message.contact) return;
      const theirs = { ...message, ...neverDrawn, mark, turn: (kept?.turn ?? -1) + 1 };
      if (kept) {
        shelf.messages.splice(shelf.messages.indexOf(kept), 1, theirs);
        forgetEntered(shelf, message.ref);
      } else shelf.messages.push(theirs);
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
      return kept && { ...plain(kept), ...(kept.mark !== undefined && { mark: kept.mark }) };
    },
    outdated: async (review, platforms) => {
      const about = shelf.messages.filter(({ view }) => reviewOfView(view).includes(review));
      const drawn = about.filter((kept) => platforms.includes(kept.ref.platform) && isOutdated(kept));
      return drawn
        .toSorted((a, b) => a.tried - b.tried)
        .map((kept) => ({
          ...plain(kept),
          ...(kept.notBefore !== undefined && { notBefore: kept.notBefore }),
        }));
    },
    reviewsOutdated: async (since, platforms, now) => {
      const isDue = ({ notBefore }: KeptMessage) => !now || !notBefore || notBefore <= now;
      const outdatedOn = shelf.messages.filter((kept) => platforms.includes(kept.ref.platform) && isOutdated(kept));
      const waiting = outdatedOn.filter(isDue);
      const isNew = (id: string) => (linksOf(shelf, { kind: 'review', id }).at(-1)?.at ?? '') >= since;
      const ids = waiting.flatMap(({ view, takenFrom }) =>
        reviewOfView(view).filter((id) => takenFrom !== undefined || isNew(id)),
      );
      return [...new Set(ids)].toSorted();
    },
    async begin(ref) {
      const before = find(ref);
      if (!before) return undefined;
      const turn = before.turn + 1;
      const kept = put(ref, { turn }) ?? before;
      const { mark } = kept;
      const gone = kept.gone || isTaken(kept);
      const how = { ...(mark !== undefined && { mark }), ...(gone && { gone: true as const }) };
      return { ...plain(kept), turn, events: eventsOf(kept), ...how };
    },
    async sending(ref) {
      tries += 1;
      put(ref, { tried: tries, mark: undefined });
    },
    async drawn({ ref, turn, events }, mark) {
      const now = find(ref)?.turn ?? 0;
      if (now === turn && mark !== undefined)
        put(ref, { drawnEvents: events, mark, gone: false, takenFrom: undefined, notBefore: undefined });
      else put(ref, { turn: now + 1, drawnEvents: -1, mark: undefined, notBefore: undefined });
    },
    async putOff({ ref, turn, mark }, until) {
      put(ref, { notBefore: until, ...(find(ref)?.turn === turn && { mark }) });
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
