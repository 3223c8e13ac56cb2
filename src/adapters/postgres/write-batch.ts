/** Writes what a batch has gathered: texts, events, marks, the head, and the tables that follow from them. */
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { type Link, redactedBy } from '../../domain/chain.ts';
import type { StreamKind } from '../../domain/event.ts';
import { atOnce, oneByOne, type Statement } from './at-once.ts';
import type { Batch } from './batch.ts';
import type { Project } from './projections/project.ts';
import type { Tables } from './tables.ts';

export async function write<K extends StreamKind>(tx: Transaction<Tables>, batch: Batch<K>, project: Project) {
  const { stream, links, head, before, state, events } = batch;
  const [first = [], ...later] = state ? await project(tx, { stream, before, after: state, events, head }) : [];
  await atOnce(tx, [...ofStream(tx, batch), ...first]);
  await redact(tx, links);
  await oneByOne(tx, later);
}

/** The same in one statement. False, and nothing written, where one is not enough. */
export async function writeAtOnce<K extends StreamKind>(
  kysely: Kysely<Tables>,
  batch: Batch<K>,
  project: Project,
): Promise<boolean> {
  const { stream, links, head, before, state, events } = batch;
  const [first = [], ...later] = state ? await project(kysely, { stream, before, after: state, events, head }) : [];
  if (later.length > 0 || links.some((link) => redactedBy(link) !== undefined)) return false;
  await atOnce(kysely, [...ofStream(kysely, batch), ...first]);
  return true;
}

function ofStream<K extends StreamKind>(kysely: Kysely<Tables>, batch: Batch<K>): readonly Statement[] {
  const { stream, links, head, at, fresh, marks } = batch;
  const owner = { kind: stream.kind, stream: stream.id };
  const texts = [...fresh.values()].map((text) => ({ ...text, ...owner }));
  const once = [...marks].map((mark) => ({ ...owner, mark }));
  return [
    // First, as in a transaction that holds the stream: whoever waits for it holds nothing the other needs.
    kysely
      .updateTable('streams')
      .set({ ...head, at })
      .where('kind', '=', stream.kind)
      .where('id', '=', stream.id),
    // The primary key (stream, version) is our guard: whoever wrote this version first wins.
    kysely.insertInto('events').values(links.map(rowOf)),
    ...(texts.length > 0 ? [kysely.insertInto('texts').values(texts)] : []),
    ...(once.length > 0 ? [kysely.insertInto('once').values(once)] : []),
  ];
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
