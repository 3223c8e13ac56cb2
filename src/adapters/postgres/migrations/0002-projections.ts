/** What is looked up: written in the events' transactions, and rebuildable from them. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table reviews (
    id text collate "C" primary key, program text not null, title text not null, status text not null,
    opened_at text collate "C" not null, due text not null, deadline text not null,
    asked int not null, answered int not null, demo boolean not null, version int not null)`,
  `create index reviews_by_program on reviews (program, opened_at)`,
  `create table duties (
    key text collate "C" primary key, review text not null, kind text not null, contact text collate "C" not null,
    subject text not null, ordinal int not null, at text collate "C" not null,
    delivery text, place int, dropped boolean not null default false)`,
  `create index duties_open on duties (contact) where delivery is null and not dropped`,
  `create index duties_by_delivery on duties (delivery)`,
  `create index duties_by_review on duties (review)`,
  `create table deliveries (
    id text collate "C" primary key, contact text not null, status text not null, at text collate "C" not null,
    settled_at text, claimed_until text collate "C", attempts int not null, why text)`,
  `create index deliveries_waiting on deliveries (at) where status in ('planned', 'claimed')`,
  `create index deliveries_by_contact on deliveries (contact, at)`,
  `create table last_answers (
    program text not null, prompt text not null, tick text collate "C" not null,
    review text collate "C" not null, answer text not null,
    primary key (program, prompt))`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
