/** What somebody entered and has not saved, so that no process has to live on for it; and who is just drawing over it. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table messages add column unsaved jsonb, add column unsaved_at timestamptz`,
  `create index messages_unsaved on messages (unsaved_at) where unsaved_at is not null`,
  `alter table held_messages
    add column entered jsonb,
    add column drawings int not null default 0,
    add column drawing_until timestamptz,
    add column at timestamptz not null default clock_timestamp()`,
  `create index held_messages_by_age on held_messages (at)`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
