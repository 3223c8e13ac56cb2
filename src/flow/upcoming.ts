/** What happens next, over all programs, reviews and deliveries: what the demo's clock can skip to. */
import type { ContactId } from '../domain/event.ts';
import { nameOf, type People } from '../domain/people.ts';
import { nextTick } from '../domain/program/program.ts';
import { agenda } from '../domain/review/agenda.ts';
import type { Appointment, Duty, DutyKind } from '../domain/review/duty.ts';
import type { Review } from '../domain/review/review.ts';
import { type Instant, millisecondsOf, toInstant } from '../domain/time/instant.ts';
import { type LoadedReview, loadReview } from './load-review.ts';
import type { Ports } from './ports.ts';

export type Upcoming = { readonly at: Instant; readonly sentence: string };
type Looking = Pick<Ports, 'readings' | 'store' | 'checklists' | 'directory' | 'calendars' | 'clock'>;

export async function upcoming(ports: Looking, limit: number): Promise<readonly Upcoming[]> {
  const people = await ports.directory.people();
  const all = await Promise.all([openings(ports), appointments(ports), deliveries(ports, people)]);
  // What is nearer than a minute is being said already.
  const near = toInstant(millisecondsOf(ports.clock.now()) + 60_000);
  return soonestFirst(all.flat().filter(({ at }) => at > near)).slice(0, limit);
}

async function openings(ports: Looking): Promise<readonly Upcoming[]> {
  const programs = await Promise.all(
    (await ports.readings.programs()).map((id) => ports.store.current({ kind: 'program', id })),
  );
  return programs.flatMap((current) => {
    const at = current && nextTick(current.state);
    return at ? [{ at, sentence: `${current.state.settings.title} opens.` }] : [];
  });
}

async function appointments(ports: Looking): Promise<readonly Upcoming[]> {
  const rows = await ports.readings.reviews({ status: ['open', 'complete', 'closed'] });
  const loaded = await Promise.all(rows.map(({ id }) => loadReview(ports, id)));
  return loaded.flatMap((one) => (one ? agendaInWords(one) : []));
}

/** What one review still owes, soonest first. */
export function agendaInWords({ review, checklist, people, calendarOf }: LoadedReview): readonly Upcoming[] {
  return agenda(review, checklist, calendarOf).map((appointment) => ({
    at: appointment.at,
    sentence: inWords(appointment, review, people),
  }));
}

/** What fell due in one review and waits for somebody's working hours. */
export async function heldBackInWords(
  { readings, store }: Pick<Ports, 'readings' | 'store'>,
  { review, people }: Pick<LoadedReview, 'review' | 'people'>,
): Promise<readonly Upcoming[]> {
  const contacts = await readings.contactsWithOpenDuties();
  const held = await Promise.all(
    contacts.map(async (contact) => {
      const current = await store.current({ kind: 'contact', id: contact });
      const duties = (await readings.openDuties(contact)).filter((duty) => duty.review === review.id);
      return duties.flatMap((duty) => {
        const until = current?.state.heldBack.get(duty.key)?.until;
        return until === undefined ? [] : [{ at: until, sentence: toldWhat(duty, called(people, contact)) }];
      });
    }),
  );
  return held.flat();
}

export function soonestFirst(all: readonly Upcoming[]): readonly Upcoming[] {
  return all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Held back for somebody's working hours, or waiting to be tried again. */
async function deliveries(ports: Looking, people: People): Promise<readonly Upcoming[]> {
  const planned = await ports.readings.deliveriesDue('9999-12-31T00:00:00.000Z');
  const waiting = await Promise.all(
    (await ports.readings.contactsWithOpenDuties()).map((id) => ports.store.current({ kind: 'contact', id })),
  );
  const held = waiting.flatMap((current) =>
    current
      ? [...current.state.heldBack.values()].map(({ until, because }) => ({
          at: until,
          sentence: `${called(people, current.state.id)} hears what was held back: ${because}.`,
        }))
      : [],
  );
  const now = ports.clock.now();
  return [
    ...planned.map((row) => ({ at: row.at, sentence: toldWhat(row.duties[0], called(people, row.contact)) })),
    ...held.filter(({ at }) => at > now),
  ];
}

function inWords(appointment: Appointment, review: Review, people: People): string {
  if (appointment.does !== 'tell') {
    return appointment.does === 'close' ? `${review.title} closes.` : `${review.title} lapses unless it is signed.`;
  }
  return toldWhat(appointment, called(people, appointment.to));
}

function toldWhat(duty: Pick<Duty, 'kind'> | undefined, who: string): string {
  return duty ? sentences[duty.kind](who) : `${who} hears from Muster.`;
}

const sentences: Record<DutyKind, (who: string) => string> = {
  ask: (who) => `${who} is asked.`,
  remind: (who) => `${who} is reminded.`,
  overdue: (who) => `${who} hears that answers are overdue.`,
  'escalate to accountable': (who) => `${who} hears what is overdue in their sections.`,
  'escalate to lead': (who) => `${who} hears what is still overdue.`,
  'handed over': (who) => `${who} hears what was handed over to them.`,
  'request judgement': (who) => `${who} is asked to judge answers.`,
  'request sign-off': (who) => `${who} is asked to sign off.`,
  summarise: (who) => `${who} gets the summary.`,
  'tell unreachable': (who) => `${who} hears who cannot be reached.`,
  'post opening': (who) => `${who} sees the review open.`,
  'post digest': (who) => `${who} gets the digest.`,
  'post closing': (who) => `${who} sees the review close.`,
  'post sign-off': (who) => `${who} sees the sign-off.`,
};

function called(people: People, contact: ContactId): string {
  return people.has(contact) ? nameOf(people, contact) : 'The team channel';
}
