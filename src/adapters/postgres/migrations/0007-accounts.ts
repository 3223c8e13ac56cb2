/** Who we are on a platform, so that a start need not wait for it to say so. Nothing here is part of the record. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`create table accounts (platform text primary key, mark text not null, says text not null)`.execute(
    database,
  );
}
