/** Marks of acts already recorded, so that a repeated click or a redelivered event is recorded once. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, writing } from './database.ts';

/** Hashed, since platforms put anything into their ids. */
export function markOf(once: string): string {
  return hash('sha256', once);
}

/** Kept seven days of real time: no platform repeats itself later. For the sweep; in portions, oldest first. */
export async function pruneOnce(database: Database): Promise<number> {
  const portion = 1_000;
  for (let pruned = 0; ; ) {
    const gone = await writing(database, (tx) =>
      sql`delete from once where ctid = any(array(
        select ctid from once where at < clock_timestamp() - interval '7 days' order by at limit ${portion}))`.execute(
        tx,
      ),
    );
    pruned += Number(gone.numAffectedRows ?? 0);
    if (Number(gone.numAffectedRows ?? 0) < portion) return pruned;
  }
}
