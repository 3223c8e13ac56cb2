/** Reads a stream's head row, or takes it for this transaction. Serialisation is desired: it is what makes the chain a chain. */
import { sql, type Transaction } from 'kysely';
import { start } from '../../domain/chain.ts';
import type { Head, Stream } from '../../domain/event.ts';
import { type Instant, toInstant } from '../../domain/time/instant.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

export type ReadHead = {
  readonly head: Head;
  /** Database time with the demo's offset, in milliseconds since 1970. */
  readonly now: number;
  readonly redactions: number;
  /** Database time, with the demo's offset, and never before the stream's last event. */
  readonly at: Instant;
  /** Which of the marks asked about this stream has seen before. */
  readonly seen: ReadonlySet<string>;
};

export async function lockHead(
  tx: Transaction<Tables>,
  stream: Stream,
  marks: readonly string[] = [],
): Promise<ReadHead> {
  return asRead((await selectLocked(tx, stream, marks)) ?? (await begin(tx, stream)));
}

/** Undefined for a stream that has not begun. */
export async function readHead(
  database: Database,
  stream: Stream,
  marks: readonly string[],
): Promise<ReadHead | undefined> {
  const [row] = await prepared(database, select(stream, marks));
  return row && asRead(row);
}

type Row = Head & {
  readonly at: Instant;
  readonly now: number;
  readonly redactions: number;
  readonly seen: readonly string[];
};

function asRead({ version, hash, now, redactions, seen, ...row }: Row): ReadHead {
  let at = toInstant(Math.floor(now));
  if (at < row.at) at = row.at;
  return { head: { version, hash }, now, at, redactions, seen: new Set(seen) };
}

async function begin(tx: Transaction<Tables>, { kind, id }: Stream) {
  const row = { kind, id, ...start, at: '' };
  await tx
    .insertInto('streams')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const locked = await selectLocked(tx, { kind, id }, []);
  if (!locked) throw new Error(`The head of ${kind} ${id} vanished while it was being locked.`);
  return locked;
}

/** What is beside the head is as it was before we waited for it: a mark set meanwhile is met when ours is inserted. */
async function selectLocked(
  tx: Transaction<Tables>,
  stream: Stream,
  marks: readonly string[],
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`${select(stream, marks)} for update of streams`.execute(tx);
  return rows[0];
}

function select({ kind, id }: Stream, marks: readonly string[]) {
  // Each mark looked up by itself. Without the offset the planner, knowing nothing of a young table, reads all of the stream's.
  return sql<Row>`select version, hash, at,
    ${sql.raw(timeNow)} as now, ${sql.raw(redactionsNow)} as redactions,
    array(select asked from unnest(${[...marks]}::text[]) as asked where exists (
      select from once where once.kind = ${kind} and once.stream = ${id} and once.mark = asked offset 0)) as seen
    from streams where kind = ${kind} and id = ${id}`;
}

// In words, so that what a guess is checked against is what would have been read.
export const timeNow = '(extract(epoch from clock_timestamp()) * 1000 + (select offset_ms from clock))::float8';
export const redactionsNow = '(select count(*)::int from redactions)';

/** A stream that took nothing has not begun. */
export async function unlockEmpty(tx: Transaction<Tables>, { kind, id }: Stream): Promise<void> {
  await tx.deleteFrom('streams').where('kind', '=', kind).where('id', '=', id).where('version', '=', 0).execute();
}
