/** The newest state of a stream: the cached one, and whatever was recorded since. */
import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Head, Stream, StreamKind } from '../../domain/event.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { Current, StateOf } from '../../flow/ports/event-store.ts';
import type { Database } from './database.ts';
import { redactionsNow } from './lock-head.ts';
import { prepared } from './prepared.ts';
import { batchSize, openLinks, readLinks } from './read-links.ts';
import type { StateCache } from './state-cache.ts';
import { kindOf } from './stream-kinds.ts';
import type { Tables } from './tables.ts';

export type Reader = { readonly kysely: Kysely<Tables>; readonly cache: StateCache; readonly upcasts: Upcasts };

/** Reads what came after the cached state, and nothing at all when that is the `head`. */
export async function loadCurrent<K extends StreamKind>(
  { kysely, cache, upcasts }: Reader,
  stream: Stream<K>,
  { redactions, head }: { readonly redactions: number; readonly head: Head },
): Promise<Current<K> | undefined> {
  cache.sawRedactions(redactions);
  const { evolve } = kindOf(stream.kind);
  let current = knownBelow(cache, stream, head);
  for (let full = (current?.head.version ?? 0) !== head.version; full; ) {
    const links = await readLinks(kysely, stream, current?.head.version ?? 0);
    if (current && links[0] && links[0].previous !== current.head.hash) {
      cache.drop(stream);
      return loadCurrent({ kysely, cache, upcasts }, stream, { redactions, head });
    }
    const events = await openLinks(kysely, stream.kind, links, upcasts);
    for (const event of events) {
      const state: StateOf<K> = evolve(current?.state, event);
      current = { state, head: { version: event.version, hash: event.hash } };
    }
    full = links.length === batchSize;
    // On the embedded database one query follows the other without a turn of the event loop.
    if (full) await setImmediate();
  }
  if (current) cache.put(stream, current, redactions);
  return current;
}

/** Of another history, as after a backup was restored beside a running process, nothing is known. */
function knownBelow<K extends StreamKind>(cache: StateCache, stream: Stream<K>, head: Head): Current<K> | undefined {
  const known = cache.get(stream);
  if (known?.head.version !== head.version || known.head.hash === head.hash) return known;
  cache.drop(stream);
  return undefined;
}

/** The same outside a transaction: one question where nothing is new. */
export async function loadNewest<K extends StreamKind>(
  database: Database,
  reader: Omit<Reader, 'kysely'>,
  stream: Stream<K>,
): Promise<Current<K> | undefined> {
  const asked = sql<
    Head & { readonly redactions: number }
  >`select version, hash, ${sql.raw(redactionsNow)} as redactions
    from streams where kind = ${stream.kind} and id = ${stream.id}`;
  const known = reader.cache.get(stream);
  const [newest] = await prepared(database, asked);
  if (!newest) return undefined;
  const { redactions, ...head } = newest;
  // What was known before the question was asked cannot be newer than its answer.
  if (known && known.head.version > head.version) reader.cache.drop(stream);
  return loadCurrent({ ...reader, kysely: database.kysely }, stream, { redactions, head });
}
