/** The event store on Postgres, embedded or a server. */
import type { Stream, StreamKind } from '../../domain/event.ts';
import { upcasts as releasedUpcasts, type Upcasts } from '../../domain/upcasts.ts';
import type { Act, Current, EventStore } from '../../flow/ports/event-store.ts';
import { actQueue } from './act-queue.ts';
import { againIfBeaten } from './again-if-beaten.ts';
import { appendAtOnce, appendLocked } from './append-batch.ts';
import { askedTogether } from './asked-together.ts';
import { type Database, reading, writing, writingOne } from './database.ts';
import type { Result } from './decide-batch.ts';
import { guessing } from './guessing.ts';
import { loadNewest } from './load-current.ts';
import { openedAs } from './opened-as.ts';
import { projector } from './projections/project.ts';
import { readStream } from './read-stream.ts';
import { keyOf, stateCache } from './state-cache.ts';

export function postgresEventStore(database: Database, options: { upcasts?: Upcasts } = {}): EventStore {
  const { upcasts = releasedUpcasts } = options;
  const cache = stateCache();
  const guesses = guessing();
  const project = projector();

  async function commit<K extends StreamKind>(
    stream: Stream<K>,
    acts: readonly Act<K>[],
  ): Promise<readonly Result<K>[]> {
    // Read ahead, so that a long stream is not folded under the lock.
    if (!cache.get(stream)) await current(stream);
    const context = { cache, guessing: guesses, upcasts, project };
    const locked = () => writing(database, (tx) => appendLocked(tx, { stream, acts }, context));
    const appended = await againIfBeaten(async (isFirst) => {
      if (!isFirst) guesses.doubt(stream);
      const atOnce = isFirst && writingOne(database, () => appendAtOnce(database, { stream, acts }, context));
      return (await atOnce) || locked();
    });
    const { state, head, redactions } = appended;
    if (state && redactions !== undefined) cache.put(stream, { state, head }, redactions);
    return appended.results;
  }

  const together = askedTogether();

  async function current<K extends StreamKind>(
    stream: Stream<K>,
    since = Number.POSITIVE_INFINITY,
  ): Promise<Current<K> | undefined> {
    const known = cache.get(stream);
    if (known && known.head.version >= since) return known;
    return together(keyOf(stream), () => reading(database, () => loadNewest(database, { cache, upcasts }, stream)));
  }

  const queue = actQueue(commit);
  return {
    change: (stream, act) => queue.add(stream, act),
    current,
    async openedAs(review) {
      const stream = { kind: 'review', id: review } as const;
      return openedAs((cache.get(stream) ?? (await current(stream)))?.state);
    },
    read: (stream, after = 0) => readStream(database, stream, { after, upcasts }),
  };
}
