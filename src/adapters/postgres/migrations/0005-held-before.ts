/** Why some of a delivery waited before it was planned: `why` says so for as long as it is on record. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`alter table deliveries add column held_before text`.execute(database);
}
