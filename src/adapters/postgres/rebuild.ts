/** Recomputes every table that follows from events. Safe beside a running Muster, though lists are short meanwhile. */
import { sql } from 'kysely';
import type { Recorded, Stream, StreamKind } from '../../domain/event.ts';
import { upcasts as releasedUpcasts, type Upcasts } from '../../domain/upcasts.ts';
import type { EventOf, StateOf } from '../../flow/ports/event-store.ts';
import { type Database, reading, writing } from './database.ts';
import { listStreams } from './list-streams.ts';
import { lockHead } from './lock-head.ts';
import { type Project, projector } from './projections/project.ts';
import { openLinks, readLinks } from './read-links.ts';
import { readStream } from './read-stream.ts';
import { kindOf } from './stream-kinds.ts';

export type RebuildProgress = { readonly streams: number; readonly of: number };

/** Reviews first: a contact's deliveries then find the duties they claim. */
const order: readonly StreamKind[] = ['review', 'contact'];

export async function rebuild(
  database: Database,
  options: { onProgress?: (progress: RebuildProgress) => void; upcasts?: Upcasts } = {},
): Promise<RebuildProgress> {
  const { upcasts = releasedUpcasts } = options;
  const of = await countStreams(database);
  const project = projector();
  await writing(database, (tx) => sql`truncate reviews, duties, deliveries, last_answers`.execute(tx));
  let streams = 0;
  for (const kind of order) {
    for await (const { stream } of listStreams(database, kind)) {
      await rebuildStream(database, stream, { project, upcasts });
      streams += 1;
      options.onProgress?.({ streams, of });
    }
  }
  return { streams, of };
}

type How = { readonly project: Project; readonly upcasts: Upcasts };
type Folded<K extends StreamKind> = { readonly state: StateOf<K> | undefined; readonly events: Recorded<EventOf<K>>[] };

async function rebuildStream<K extends StreamKind>(database: Database, stream: Stream<K>, how: How): Promise<void> {
  const folded = await foldAll(database, stream, how.upcasts);
  await writing(database, async (tx) => {
    // Whatever was appended since is folded under the lock, so that an older state never overwrites a newer row.
    const { head } = await lockHead(tx, stream);
    const since = await readLinks(tx, stream, folded.events.length);
    const { state, events } = foldOn(stream, folded, await openLinks(tx, stream.kind, since, how.upcasts));
    if (events.length < head.version) throw new Error(`${stream.kind} ${stream.id} grew faster than it was read.`);
    if (state) await how.project(tx, { stream, before: undefined, after: state, events, head });
  });
}

async function foldAll<K extends StreamKind>(
  database: Database,
  stream: Stream<K>,
  upcasts: Upcasts,
): Promise<Folded<K>> {
  let folded: Folded<K> = { state: undefined, events: [] };
  for await (const events of readStream(database, stream, { after: 0, upcasts }))
    folded = foldOn(stream, folded, events);
  return folded;
}

function foldOn<K extends StreamKind>(
  { kind }: Stream<K>,
  { state, events }: Folded<K>,
  since: readonly Recorded<EventOf<K>>[],
): Folded<K> {
  events.push(...since);
  return { state: since.reduce<StateOf<K> | undefined>(kindOf(kind).evolve, state), events };
}

async function countStreams(database: Database): Promise<number> {
  const { count } = await reading(database, (kysely) =>
    kysely
      .selectFrom('streams')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('kind', 'in', order)
      .executeTakeFirstOrThrow(),
  );
  return count;
}
