/** How fast platforms are spoken to, and which of them is paused. Nothing here is part of the record. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table paces (key text primary key, next bigint not null, place bigint not null)`,
  `create table pace_places (who text primary key, at bigint not null)`,
  `create index pace_places_by_age on pace_places (at)`,
  `create table pauses (platform text primary key, since text collate "C" not null, why text not null)`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
