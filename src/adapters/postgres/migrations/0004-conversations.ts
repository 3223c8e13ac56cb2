/** Where a platform that only calls us can be called back, and what came from it already. Nothing here is part of the record. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table conversations (
    id text primary key, tenant text not null, service_url text not null, type text not null,
    "user" text, account text, team text, heard timestamptz not null default clock_timestamp())`,
  `create index conversations_by_account on conversations (account, heard)`,
  `create index conversations_by_age on conversations (heard)`,
  `create table heard_marks (mark text primary key, at timestamptz not null default clock_timestamp())`,
  `create index heard_marks_by_age on heard_marks (at)`,
  `create table held_messages (
    conversation text not null, message text not null, until text collate "C" not null,
    primary key (conversation, message))`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
