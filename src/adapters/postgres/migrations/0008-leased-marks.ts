/** A mark is its holder's for a while, and then done: whoever hears the same meanwhile must not take it for done. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`alter table heard_marks add column leased_until timestamptz`.execute(database);
}
