/** Takes a stream's head row for this transaction. Serialisation is desired: it is what makes the chain a chain. */
import { sql, type Transaction } from 'kysely';
import { start } from '../../domain/chain.ts';
import type { Head, Stream } from '../../domain/event.ts';
import { type Instant, toInstant } from '../../domain/time/instant.ts';
import type { Tables } from './tables.ts';

export type LockedHead = {
  readonly head: Head;
  /** Database time, with the demo's offset, and never before the stream's last event. */
  readonly at: Instant;
  readonly redactions: number;
};

export async function lockHead(tx: Transaction<Tables>, stream: Stream): Promise<LockedHead> {
  const locked = (await selectLocked(tx, stream)) ?? (await begin(tx, stream));
  const { version, hash, redactions } = locked;
  let at = toInstant(Math.floor(locked.now));
  if (at < locked.at) at = locked.at;
  return { head: { version, hash }, at, redactions };
}

async function begin(tx: Transaction<Tables>, { kind, id }: Stream) {
  const row = { kind, id, ...start, at: '' };
  await tx
    .insertInto('streams')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const locked = await selectLocked(tx, { kind, id });
  if (!locked) throw new Error(`The head of ${kind} ${id} vanished while it was being locked.`);
  return locked;
}

function selectLocked(tx: Transaction<Tables>, { kind, id }: Stream) {
  return tx
    .selectFrom('streams')
    .select([
      'version',
      'hash',
      'at',
      sql<number>`(extract(epoch from clock_timestamp()) * 1000 + (select offset_ms from clock))::float8`.as('now'),
      sql<number>`(select count(*)::int from redactions)`.as('redactions'),
    ])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .forUpdate('streams')
    .executeTakeFirst();
}

/** A stream that took nothing has not begun. */
export async function unlockEmpty(tx: Transaction<Tables>, { kind, id }: Stream): Promise<void> {
  await tx.deleteFrom('streams').where('kind', '=', kind).where('id', '=', id).where('version', '=', 0).execute();
}
