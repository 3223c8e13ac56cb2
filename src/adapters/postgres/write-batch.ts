/** Writes what a batch has gathered: texts, events, marks, the head, and the tables that follow from them. */
import { sql, type Transaction } from 'kysely';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { type Link, redactedBy } from '../../domain/chain.ts';
import type { StreamKind } from '../../domain/event.ts';
import { asOne, atOnce, oneByOne, type Statement } from './at-once.ts';
import type { Batch } from './batch.ts';
import type { Database } from './database.ts';
import { learntInto } from './learnt-rows.ts';
import { redactionsNow, timeNow } from './lock-head.ts';
import { prepared } from './prepared.ts';
import type { Project } from './projections/project.ts';
import { rowsInto } from './rows-into.ts';
import type { Tables } from './tables.ts';

/** Milliseconds that an event's time may be off: what a busy process needs to decide and to get a connection. */
const tolerance = 1_000;

export async function write<K extends StreamKind>(tx: Transaction<Tables>, batch: Batch<K>, project: Project) {
  const { stream, links, head, before, state, events } = batch;
  const [first = [], ...later] = state ? await project(tx, { stream, before, after: state, events, head }) : [];
  await atOnce(tx, [...ofStream(batch), ...first]);
  await redact(tx, links);
  await oneByOne(tx, later);
}

/** The same in one statement. Resolves with the database's time; undefined, and nothing written, where one is not enough. */
export async function writeAtOnce<K extends StreamKind>(
  database: Database,
  batch: Batch<K>,
  project: Project,
): Promise<number | undefined> {
  const { stream, links, head, before, state, events } = batch;
  const span = state && { stream, before, after: state, events, head };
  const [first = [], ...later] = span ? await project(database.kysely, span) : [];
  if (later.length > 0 || links.some((link) => redactedBy(link) !== undefined)) return undefined;
  const all = asOne<{ readonly now: number }>([...ofStream(batch), ...first]);
  // What is learnt is rare, and not worth a prepared statement of its own for every shape of act.
  const [row] = batch.learnt.size > 0 ? (await all.execute(database.kysely)).rows : await prepared(database, all);
  if (!row) throw new Error(`The head of ${batch.stream.kind} ${batch.stream.id} vanished while it was being written.`);
  return row.now;
}

function ofStream<K extends StreamKind>(batch: Batch<K>): [Statement, ...Statement[]] {
  const { stream, links, head, at, fresh, marks, learnt } = batch;
  const owner = { kind: stream.kind, stream: stream.id };
  const texts = [...fresh.values()].map((text) => ({ ...text, ...owner }));
  const once = [...marks].map((mark) => ({ ...owner, mark }));
  return [
    // First, as in a transaction that holds the stream: whoever waits for it holds nothing the other needs.
    sql`update streams set version = ${ifRight(batch)}, hash = ${head.hash}, at = ${at}
      where kind = ${stream.kind} and id = ${stream.id} returning ${sql.raw(timeNow)} as now`,
    // The primary key (stream, version) is our guard: whoever wrote this version first wins.
    rowsInto('events', links.map(rowOf)),
    ...(texts.length > 0 ? [rowsInto('texts', texts)] : []),
    ...(once.length > 0 ? [rowsInto('once', once)] : []),
    ...(learnt.size > 0 ? [learntInto([...learnt.values()])] : []),
  ];
}

/**
 * Where the head is not the one it was decided on, or the rest of the guess was wrong, the head is left without a version: the
 * table refuses that, and with it everything. The events' key alone would not refuse a gap.
 */
function ifRight({ head, from, at, guess }: Batch<StreamKind>) {
  const there = sql`version = ${from.version} and hash = ${from.hash}`;
  const rest = guess
    ? sql`and at <= ${at} and ${sql.raw(redactionsNow)} = ${guess.redactions}
        and abs(${sql.raw(timeNow)} - ${guess.now}) < ${tolerance}`
    : sql``;
  return sql`case when ${there} ${rest} then ${head.version}::int end`;
}

/** Text and salt go in the transaction of the event that says so; the seal stays, and the chain with it. */
async function redact(tx: Transaction<Tables>, links: readonly Link[]): Promise<void> {
  for (const link of links) {
    const seal = redactedBy(link);
    if (seal === undefined) continue;
    const { stream, version } = link;
    await tx.updateTable('texts').set({ salt: null, text: null }).where('seal', '=', seal).execute();
    await tx.insertInto('redactions').values({ seal, kind: stream.kind, stream: stream.id, version }).execute();
  }
}

function rowOf({ stream, source, ...link }: Link) {
  return { ...link, kind: stream.kind, stream: stream.id, source: canonicalJson(source) };
}
