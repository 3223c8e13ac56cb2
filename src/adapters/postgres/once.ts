/** Marks of acts already recorded, so that a repeated click or a redelivered event is recorded once. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sql, type Transaction } from 'kysely';
import type { Stream, StreamKind } from '../../domain/event.ts';
import type { Act } from '../../flow/ports/event-store.ts';
import { type Database, writing } from './database.ts';
import type { Tables } from './tables.ts';

/** Hashed, since platforms put anything into their ids. */
export function markOf(once: string): string {
  return bytesToHex(sha256(utf8ToBytes(once)));
}

export async function seenMarks<K extends StreamKind>(
  tx: Transaction<Tables>,
  { kind, id }: Stream,
  acts: readonly Act<K>[],
): Promise<Set<string>> {
  const marks = acts.flatMap(({ once }) => (once === undefined ? [] : [markOf(once)]));
  if (marks.length === 0) return new Set();
  const rows = tx.selectFrom('once').select('mark').where('kind', '=', kind).where('stream', '=', id);
  return new Set((await rows.where('mark', 'in', marks).execute()).map(({ mark }) => mark));
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
