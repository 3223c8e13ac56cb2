/** How each message was last drawn, so that it is drawn again until it is current: by any process, and after a restart. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    alter table messages
      add column turn integer not null default 0,
      add column drawn_events integer not null default -1,
      add column mark text,
      add column gone boolean not null default false,
      add column tried_at timestamptz`.execute(database);
}
