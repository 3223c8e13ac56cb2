/** The newest state of a stream: the cached one, and whatever was recorded since. */
import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Head, Stream, StreamKind } from '../../domain/event.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { Current, StateOf } from '../../flow/ports/event-store.ts';
import { batchSize, openLinks, readLinks } from './read-links.ts';
import type { StateCache } from './state-cache.ts';
import { kindOf } from './stream-kinds.ts';
import type { Tables } from './tables.ts';

export type Reader = { readonly kysely: Kysely<Tables>; readonly cache: StateCache; readonly upcasts: Upcasts };

/** Reads up to `head` where that is known already, and then nothing at all when nothing is new. */
export async function loadCurrent<K extends StreamKind>(
  { kysely, cache, upcasts }: Reader,
  stream: Stream<K>,
  { redactions, head }: { readonly redactions: number; readonly head?: Head },
): Promise<Current<K> | undefined> {
  cache.sawRedactions(redactions);
  const { evolve } = kindOf(stream.kind);
  let current = cache.get(stream);
  for (let full = current?.head.version !== head?.version || head === undefined; full; ) {
    const links = await readLinks(kysely, stream, current?.head.version ?? 0);
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

export async function countRedactions(kysely: Kysely<Tables>): Promise<number> {
  const { count } = await kysely
    .selectFrom('redactions')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
