/** Readings without tables: each answer is computed from the events at the moment of asking. */

import { ledgerTypes } from '../../src/adapters/postgres/ledger-types.ts';
import { deliveryRow } from '../../src/adapters/postgres/projections/delivery-row.ts';
import { lastAnswerOf } from '../../src/adapters/postgres/projections/last-answer.ts';
import { reviewRow } from '../../src/adapters/postgres/projections/review-row.ts';
import type { Contact, Delivery } from '../../src/domain/contact/contact.ts';
import type { ContactEvent } from '../../src/domain/contact/events.ts';
import { touchedBy } from '../../src/domain/contact/touched.ts';
import type { ContactId, ProgramId, Recorded, Stream } from '../../src/domain/event.ts';
import type { Duty } from '../../src/domain/review/duty.ts';
import type { LastAnswer } from '../../src/domain/review/events.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import type { DeliveryRow, Readings, RecordRow } from '../../src/flow/ports/readings.ts';
import { type MemoryShelf, open, recordedOn, statesOn } from './memory-shelf.ts';

export function memoryReadings(shelf: MemoryShelf): Readings {
  return {
    programs: async () => statesOn(shelf, 'program').map(({ id }) => id),
    async reviews(filter = {}) {
      const rows = statesOn(shelf, 'review').map((review) => {
        const checklist = shelf.checklists.get(review.checklist.hash);
        if (!checklist) throw new Error(`No checklist is kept under ${review.checklist.hash}.`);
        return reviewRow(review, checklist);
      });
      return rows
        .filter(({ programId }) => filter.program === undefined || programId === filter.program)
        .filter(({ status }) => !filter.status || filter.status.includes(status))
        .sort((a, b) => descending(`${a.openedAt} ${a.id}`, `${b.openedAt} ${b.id}`));
    },
    openDuties: async (contact) => openDuties(shelf).filter(({ to }) => to === contact),
    contactsWithOpenDuties: async () => [...new Set(openDuties(shelf).map(({ to }) => to))].sort(),
    delivery: async (id) => deliveries(shelf).find(({ delivery }) => delivery.id === id)?.row,
    deliveriesDue: async (by) =>
      deliveries(shelf)
        .filter(({ delivery }) => isDue(delivery, by))
        .map(({ row }) => row)
        .sort((a, b) => descending(`${b.at} ${b.id}`, `${a.at} ${a.id}`)),
    async ledger({ review, contact, limit = Infinity }) {
      return deliveries(shelf)
        .map(({ row }) => row)
        .filter((row) => contact === undefined || row.contact === contact)
        .filter((row) => review === undefined || row.duties.some((duty) => duty.review === review))
        .sort((a, b) => descending(`${a.at} ${a.id}`, `${b.at} ${b.id}`))
        .slice(0, limit);
    },
    async ledgerEvents({ contact, limit = Infinity }) {
      return contactEvents(shelf, contact)
        .filter(({ event }) => ledgerTypes.includes(event.type))
        .reverse()
        .slice(0, limit);
    },
    lastAnswers: async (program) => lastAnswers(shelf, program),
    record: async (filter) => record(shelf, filter),
  } satisfies Readings;
}

function contactEvents(shelf: MemoryShelf, contact?: ContactId): Recorded<ContactEvent>[] {
  return shelf.links
    .filter(({ stream }) => stream.kind === 'contact' && (contact === undefined || stream.id === contact))
    .map((link) => open(shelf, 'contact', link));
}

function openDuties(shelf: MemoryShelf): readonly Duty[] {
  const claimed = new Set(
    contactEvents(shelf).flatMap(({ event }) => {
      if (event.type === 'DeliveryPlanned') return event.duties.map(({ key }) => key);
      return event.type === 'DutiesDropped' ? event.duties : [];
    }),
  );
  return statesOn(shelf, 'review')
    .flatMap(({ id }) => recordedOn(shelf, { kind: 'review', id }))
    .flatMap(({ event }) => (event.type === 'DutiesFellDue' ? event.duties : []))
    .filter(({ key }) => !claimed.has(key))
    .sort((a, b) => descending(`${b.at} ${b.key}`, `${a.at} ${a.key}`));
}

type Kept = readonly { readonly delivery: Delivery; readonly row: DeliveryRow }[];
const read = new WeakMap<Contact, Kept>();

/** All there ever were: a contact's state forgets. Read again only when that state changed. */
function deliveries(shelf: MemoryShelf): Kept {
  return statesOn(shelf, 'contact').flatMap((contact) => {
    const known = read.get(contact) ?? deliveriesOf(shelf, contact);
    read.set(contact, known);
    return known;
  });
}

function deliveriesOf(shelf: MemoryShelf, { id }: Contact): Kept {
  const touched = touchedBy(undefined, recordedOn(shelf, { kind: 'contact', id }));
  return [...touched.deliveries.values()].map((delivery) => ({ delivery, row: deliveryRow(id, delivery) }));
}

function isDue({ status, at, claimedUntil }: Delivery, by: Instant): boolean {
  return (status === 'planned' && at <= by) || (status === 'claimed' && (claimedUntil ?? at) <= by);
}

function lastAnswers(shelf: MemoryShelf, program: ProgramId): ReadonlyMap<string, LastAnswer> {
  const reviews = statesOn(shelf, 'review')
    .filter(({ programId }) => programId === program)
    .sort((a, b) => descending(`${b.tick} ${b.id}`, `${a.tick} ${a.id}`));
  const last = new Map<string, LastAnswer>();
  for (const review of reviews) {
    for (const item of review.items.values()) {
      const answer = lastAnswerOf(review, item);
      if (answer) last.set(item.prompt, answer);
    }
  }
  return last;
}

function record(shelf: MemoryShelf, filter: { stream?: Stream; before?: string; limit: number }): readonly RecordRow[] {
  const before =
    filter.before === undefined ? shelf.links.length : shelf.links.findIndex(({ id }) => id === filter.before);
  return shelf.links
    .slice(0, Math.max(before, 0))
    .filter(({ stream }) => !filter.stream || (stream.kind === filter.stream.kind && stream.id === filter.stream.id))
    .reverse()
    .slice(0, filter.limit)
    .map(({ id, stream, version, type, at, by, source, hash }) => ({
      id,
      stream,
      version,
      type,
      at,
      by,
      source,
      hash,
    }));
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
