/** What was entered and not saved is nobody's record: after a day without a change it is forgotten. For the sweep. */
import { sql } from 'kysely';
import { type Database, writingOne } from './database.ts';

export async function pruneUnsaved(database: Database): Promise<void> {
  await writingOne(database, async (kysely) => {
    await sql`with held as (delete from held_messages where at < clock_timestamp() - interval '1 day')
      update messages set unsaved = null, unsaved_at = null
      where unsaved_at < clock_timestamp() - interval '1 day'`.execute(kysely);
  });
}
