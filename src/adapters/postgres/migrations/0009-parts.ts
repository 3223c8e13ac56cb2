/** Which part of a long card somebody turned to, so that whichever process draws it next shows that one. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`alter table messages add column part int`.execute(database);
}
