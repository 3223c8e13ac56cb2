/** Makes the rows of one stream what its events say, in one transaction under its lock. */
import type { Transaction } from 'kysely';
import type { Recorded, Stream, StreamKind } from '../../domain/event.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { EventOf, StateOf } from '../../flow/ports/event-store.ts';
import { againIfBeaten } from './again-if-beaten.ts';
import { oneByOne } from './at-once.ts';
import { type Database, writing } from './database.ts';
import { lockHead } from './lock-head.ts';
import type { Project } from './projections/project.ts';
import { takeAwayUntrue } from './projections/untrue-rows.ts';
import { openLinks, readLinks } from './read-links.ts';
import { readStream } from './read-stream.ts';
import { kindOf } from './stream-kinds.ts';
import type { Tables } from './tables.ts';

export type How = { readonly project: Project; readonly upcasts: Upcasts };
type Folded<K extends StreamKind> = { readonly state: StateOf<K> | undefined; readonly events: Recorded<EventOf<K>>[] };

/** How many last answers it took away: others may be uncovered by that. */
export async function rebuildStream<K extends StreamKind>(
  database: Database,
  stream: Stream<K>,
  { project, upcasts }: How,
): Promise<number> {
  const folded = await foldAll(database, stream, upcasts);
  return againIfBeaten(() =>
    writing(database, async (tx) => {
      const { head } = await lockHead(tx, stream);
      const { state, events } = await caughtUp(tx, stream, folded, upcasts);
      if (!state) return 0;
      const span = { stream, before: undefined, after: state, events, head };
      const uncovered = await takeAwayUntrue(tx, span);
      await oneByOne(tx, await project(tx, span));
      return uncovered;
    }),
  );
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

/** Whatever was appended since is folded under the lock, so that an older state never overwrites a newer row. */
async function caughtUp<K extends StreamKind>(
  tx: Transaction<Tables>,
  stream: Stream<K>,
  before: Folded<K>,
  upcasts: Upcasts,
): Promise<Folded<K>> {
  const links = await readLinks(tx, stream, before.events.length);
  if (links.length === 0) return before;
  const events = await openLinks(tx, stream.kind, links, upcasts);
  return caughtUp(tx, stream, foldOn(stream, before, events), upcasts);
}

function foldOn<K extends StreamKind>(
  { kind }: Stream<K>,
  { state, events }: Folded<K>,
  since: readonly Recorded<EventOf<K>>[],
): Folded<K> {
  return {
    state: since.reduce<StateOf<K> | undefined>(kindOf(kind).evolve, state),
    events: [...events, ...since],
  };
}
