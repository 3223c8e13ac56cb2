/** Reads stored events in batches small enough for the embedded database, which holds the thread while it reads. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import { type Link, redactedBy, type SealedText, sealsIn } from '../../domain/chain.ts';
import type { Recorded, Stream, StreamKind } from '../../domain/event.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { EventOf } from '../../flow/ports/event-store.ts';
import { openLink } from './links.ts';
import type { Texts } from './sealing.ts';
import type { Tables } from './tables.ts';

/** Some 10 ms on PGlite. */
export const batchSize = 100;

export async function readLinks(kysely: Kysely<Tables>, stream: Stream, after: number): Promise<readonly Link[]> {
  const rows = await kysely
    .selectFrom('events')
    .selectAll()
    .where('kind', '=', stream.kind)
    .where('stream', '=', stream.id)
    .where('version', '>', after)
    .orderBy('version')
    .limit(batchSize)
    .execute();
  return rows.map(linkOf);
}

export async function openLinks<K extends StreamKind>(
  kysely: Kysely<Tables>,
  kind: K,
  links: readonly Link[],
  upcasts: Upcasts,
): Promise<readonly Recorded<EventOf<K>>[]> {
  const texts = await textsOf(kysely, new Set(links.flatMap(({ body }) => [...sealsIn(body)])));
  return links.map((link) => openLink(kind, link, texts, upcasts));
}

/** Null where they were redacted; absent where no text was ever kept. */
export async function textsOf(kysely: Kysely<Tables>, seals: ReadonlySet<string>): Promise<Texts> {
  const rows = await textRows(kysely, seals);
  return new Map(rows.map(({ seal, text }) => [seal, text]));
}

export type Proven = {
  readonly links: readonly Link[];
  /** Those still there of all the links name, by their seals. */
  readonly texts: ReadonlyMap<string, SealedText>;
  /** The events, in whichever stream, that redacted the others. */
  readonly redactions: readonly Link[];
};

/** With all that proves the links, as of one moment. */
export async function readProven(tx: Transaction<Tables>, stream: Stream, after: number): Promise<Proven> {
  const links = await readLinks(tx, stream, after);
  const seals = new Set(links.flatMap(({ body }) => [...sealsIn(body)]));
  const texts = await sealedTexts(tx, seals);
  return { links, texts: new Map(texts.map((text) => [text.seal, text])), redactions: await redactionsOf(tx, seals) };
}

/** The table only says where to look: what counts is the event found there. */
export async function redactionsOf(kysely: Kysely<Tables>, seals: ReadonlySet<string>): Promise<readonly Link[]> {
  if (seals.size === 0) return [];
  const rows = await kysely
    .selectFrom('events')
    .innerJoin('redactions', (on) =>
      on
        .onRef('redactions.kind', '=', 'events.kind')
        .onRef('redactions.stream', '=', 'events.stream')
        .onRef('redactions.version', '=', 'events.version'),
    )
    .selectAll('events')
    .where('redactions.seal', 'in', [...seals].sort())
    .orderBy('events.kind')
    .orderBy('events.stream')
    .orderBy('events.version')
    .execute();
  return rows.map(linkOf).filter((link) => seals.has(redactedBy(link) ?? ''));
}

/** Only those still there, with their salts: for export and proof. */
export async function sealedTexts(kysely: Kysely<Tables>, seals: ReadonlySet<string>): Promise<readonly SealedText[]> {
  const rows = await textRows(kysely, seals);
  return rows.flatMap(({ seal, salt, text }) => (salt === null || text === null ? [] : [{ seal, salt, text }]));
}

async function textRows(kysely: Kysely<Tables>, seals: ReadonlySet<string>) {
  if (seals.size === 0) return [];
  const rows = kysely.selectFrom('texts').select(['seal', 'salt', 'text']);
  return rows
    .where('seal', 'in', [...seals].sort())
    .orderBy('seal')
    .execute();
}

export function linkOf(row: Selectable<Tables['events']>): Link {
  const { id, version, type, v, at, by, body, previous, hash } = row;
  const stream = { kind: row.kind, id: row.stream };
  return { id, stream, version, type, v, at, by, source: JSON.parse(row.source), body, previous, hash };
}
