/** Until when a card is not to be drawn, so that a platform's wait outlives the process it was told to. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`alter table messages add column not_before text`.execute(database);
}
