/**
 * Recomputes every table that follows from events, one stream at a time under that stream's lock. Safe beside a running
 * Muster and after a crash half way: what is true stays where it is at every moment, and only what is not is taken away.
 */
import { sql } from 'kysely';
import type { StreamKind } from '../../domain/event.ts';
import { upcasts as releasedUpcasts, type Upcasts } from '../../domain/upcasts.ts';
import { type Database, reading } from './database.ts';
import { listStreams } from './list-streams.ts';
import { deleteOrphans } from './orphans.ts';
import { projector } from './projections/project.ts';
import { rebuildStream } from './rebuild-stream.ts';

export type RebuildProgress = { readonly streams: number; readonly of: number };

/** Reviews first: a contact's deliveries then find the duties they claim. */
const order: readonly StreamKind[] = ['review', 'contact'];

export async function rebuild(
  database: Database,
  options: { onProgress?: (progress: RebuildProgress) => void; upcasts?: Upcasts } = {},
): Promise<RebuildProgress> {
  const { upcasts = releasedUpcasts } = options;
  const of = await countStreams(database);
  const how = { project: projector(), upcasts };
  let [streams, uncovered] = [0, 0];
  for (const kind of order) {
    for await (const { stream } of listStreams(database, kind)) {
      uncovered += await rebuildStream(database, stream, how);
      streams += 1;
      options.onProgress?.({ streams, of });
    }
  }
  uncovered += await deleteOrphans(database);
  // Under a last answer that was not true there may have been a true one, of a review that was done by then.
  if (uncovered > 0)
    for await (const { stream } of listStreams(database, 'review')) await rebuildStream(database, stream, how);
  return { streams, of };
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
