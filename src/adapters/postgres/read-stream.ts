/** Events of one stream, in batches between which others get their turn. */
import { setImmediate } from 'node:timers/promises';
import type { Recorded, Stream, StreamKind } from '../../domain/event.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { EventOf } from '../../flow/ports/event-store.ts';
import { type Database, reading } from './database.ts';
import { openLinks, readLinks } from './read-links.ts';

export async function* readStream<K extends StreamKind>(
  database: Database,
  stream: Stream<K>,
  { after, upcasts }: { readonly after: number; readonly upcasts: Upcasts },
): AsyncIterable<readonly Recorded<EventOf<K>>[]> {
  for (let version = after; ; ) {
    const from = version;
    const events = await reading(database, async (kysely) =>
      openLinks(kysely, stream.kind, await readLinks(kysely, stream, from), upcasts),
    );
    const last = events.at(-1);
    if (!last) return;
    yield events;
    version = last.version;
    await setImmediate();
  }
}
