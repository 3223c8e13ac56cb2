/** Whether a form holds a message, or only the fields on its card: whoever presses there brings what stands in those along. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`alter table held_messages add column by_form boolean not null default false`.execute(database);
}
