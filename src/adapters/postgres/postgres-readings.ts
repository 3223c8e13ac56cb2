/** Readings on the tables written with the events. */
import type { Kysely, Selectable } from 'kysely';
import type { LocalDate } from '../../domain/time/instant.ts';
import { upcasts as releasedUpcasts, type Upcasts } from '../../domain/upcasts.ts';
import type { Readings, ReviewRow } from '../../flow/ports/readings.ts';
import { type Database, reading } from './database.ts';
import { dutyOf } from './delivery-rows.ts';
import { deliveriesDue, deliveryById, ledger } from './read-deliveries.ts';
import { lastAnswers } from './read-last-answers.ts';
import { ledgerEvents, record } from './read-record.ts';
import type { Tables } from './tables.ts';

export function postgresReadings(database: Database, options: { upcasts?: Upcasts } = {}): Readings {
  const { upcasts = releasedUpcasts } = options;
  const ask = <T>(question: (kysely: Kysely<Tables>) => Promise<T>) => reading(database, question);
  return {
    programs: () => ask(programs),
    reviews: (filter = {}) => ask((kysely) => reviews(kysely, filter)),
    openDuties: (contact) =>
      ask(async (kysely) => {
        const rows = openDuties(kysely).selectAll().where('contact', '=', contact).orderBy('at').orderBy('key');
        return (await rows.execute()).map(dutyOf);
      }),
    contactsWithOpenDuties: () =>
      ask(async (kysely) => {
        const rows = openDuties(kysely).select('contact').distinct().orderBy('contact');
        return (await rows.execute()).map(({ contact }) => contact);
      }),
    delivery: (id) => ask((kysely) => deliveryById(kysely, id)),
    deliveriesDue: (by) => ask((kysely) => deliveriesDue(kysely, by)),
    ledger: (filter) => ask((kysely) => ledger(kysely, filter)),
    ledgerEvents: (filter) => ask((kysely) => ledgerEvents(kysely, filter, upcasts)),
    lastAnswers: (program) => ask((kysely) => lastAnswers(kysely, program)),
    record: (filter) => ask((kysely) => record(kysely, filter)),
  };
}

async function programs(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const rows = kysely.selectFrom('streams').select('id').where('kind', '=', 'program').where('version', '>', 0);
  return (await rows.orderBy('id').execute()).map(({ id }) => id);
}

async function reviews(kysely: Kysely<Tables>, { program, status }: NonNullable<Parameters<Readings['reviews']>[0]>) {
  if (status?.length === 0) return [];
  const rows = await kysely
    .selectFrom('reviews')
    .selectAll()
    .$if(program !== undefined, (all) => all.where('program', '=', program ?? ''))
    .$if(status !== undefined, (all) => all.where('status', 'in', [...(status ?? [])]))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(reviewOf);
}

function openDuties(kysely: Kysely<Tables>) {
  return kysely.selectFrom('duties').where('delivery', 'is', null).where('dropped', '=', false);
}

function reviewOf(row: Selectable<Tables['reviews']>): ReviewRow {
  const { id, program: programId, title, opened_at: openedAt, asked, answered, demo } = row;
  const due: LocalDate = row.due;
  // Only ever written from a state.
  const status = row.status as ReviewRow['status'];
  return { id, programId, title, status, openedAt, due, deadline: row.deadline, asked, answered, demo };
}
