/** The record itself: streams, their events, and the texts beside them. */
import { type Kysely, sql } from 'kysely';

// "C" sorts by bytes on every server, so that instants and ids compare as they do in the domain.
const statements = [
  `create table streams (
    kind text not null, id text collate "C" not null,
    version int not null, hash text not null, at text collate "C" not null,
    primary key (kind, id))`,
  `create table events (
    position bigint generated always as identity unique,
    id text not null unique,
    kind text not null, stream text collate "C" not null, version int not null,
    type text not null, v int not null, at text collate "C" not null, by text not null,
    source text not null, body text not null, previous text not null, hash text not null,
    primary key (kind, stream, version))`,
  `create index events_by_kind on events (kind, position)`,
  `create table texts (
    seal text primary key, kind text not null, stream text collate "C" not null,
    salt text, text text,
    constraint salt_and_text_go_together check ((salt is null) = (text is null)))`,
  `create index texts_by_stream on texts (kind, stream)`,
  `create table redactions (
    seal text not null, kind text not null, stream text not null, version int not null,
    primary key (kind, stream, version))`,
  `create table once (
    kind text not null, stream text not null, mark text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (kind, stream, mark))`,
  `create index once_by_age on once (at)`,
  `create table checklists (hash text primary key, body text not null)`,
  `create table clock (single boolean primary key default true check (single), offset_ms bigint not null)`,
  `insert into clock (offset_ms) values (0)`,
  `create table people (
    id text primary key, key text not null unique, name text not null, title text, email text,
    zone text not null, platform text not null, address text)`,
  `create unique index people_by_address on people (platform, address)`,
  `create table messages (
    position bigint generated always as identity,
    platform text not null, conversation text not null, message text not null,
    contact text not null, view text not null, reviews text[] not null, at text collate "C" not null, delivery text,
    primary key (platform, conversation, message))`,
  `create index messages_by_contact on messages (contact, position)`,
  `create index messages_by_review on messages using gin (reviews)`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
