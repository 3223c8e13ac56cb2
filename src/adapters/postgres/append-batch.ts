/** Everything that waits for one stream in this process, decided and then written together. */
import type { Transaction } from 'kysely';
import { isRefusal, type Stream, type StreamKind } from '../../domain/event.ts';
import { toInstant } from '../../domain/time/instant.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { Act } from '../../flow/ports/event-store.ts';
import type { Database } from './database.ts';
import { type Appended, type Decisions, decideAll, type Marked, type Result } from './decide-batch.ts';
import type { Guessing } from './guessing.ts';
import { lockHead, type ReadHead, readHead, unlockEmpty } from './lock-head.ts';
import { markOf } from './once.ts';
import type { Project } from './projections/project.ts';
import type { StateCache } from './state-cache.ts';
import type { Tables } from './tables.ts';
import { write, writeAtOnce } from './write-batch.ts';

type Context = {
  readonly cache: StateCache;
  readonly guessing: Guessing;
  readonly upcasts: Upcasts;
  readonly project: Project;
};

type Waiting<K extends StreamKind> = { readonly stream: Stream<K>; readonly acts: readonly Act<K>[] };

/**
 * In one statement and without a lock: who wrote the same version first wins, and the other begins again. Undefined where
 * it takes more than a statement.
 */
export async function appendAtOnce<K extends StreamKind>(
  database: Database,
  { stream, acts }: Waiting<K>,
  context: Context,
): Promise<Appended<K> | undefined> {
  const waiting = { stream, marked: withMarks(acts) };
  const guess = guessed(stream, context);
  // Whether an act was sent before is not guessed. One that was and is taken again is refused by the mark's own key.
  const first = guess && (await decideAll(database.kysely, waiting, context, { read: guess, isGuess: true }));
  if (first?.appended.results.every(wasTaken)) return written(database, first, context);
  const known = context.cache.get(stream);
  const read = await readHead(database, stream, marksOf(waiting.marked));
  if (!read || read.head.version === 0) return undefined;
  context.guessing[known && known.head.version < read.head.version ? 'doubt' : 'trust'](stream);
  return written(database, await decideAll(database.kysely, waiting, context, { read, isGuess: false }), context);
}

async function written<K extends StreamKind>(
  database: Database,
  { batch, appended }: Decisions<K>,
  { project, guessing }: Context,
): Promise<Appended<K> | undefined> {
  if (batch.links.length === 0) return appended;
  const now = await writeAtOnce(database, batch, project);
  if (now === undefined) return undefined;
  guessing.hear(now);
  return appended;
}

/** Milliseconds. Who acts more seldom than that gains nothing they would notice, and somebody else may well have come between. */
const recent = 10_000;

/** As the head would be read if nobody else has written since. */
function guessed(stream: Stream, { cache, guessing }: Context): ReadHead | undefined {
  const isRecent = (cache.age(stream) ?? recent) < recent;
  const known = cache.get(stream);
  const now = guessing.now(stream);
  if (!isRecent || !known || now === undefined) return undefined;
  const at = toInstant(Math.floor(now));
  return { head: known.head, now, at, redactions: cache.redactions(), seen: new Set() };
}

function wasTaken<K extends StreamKind>(result: Result<K>): boolean {
  return 'done' in result && !isRefusal(result.done) && result.done.events.length > 0;
}

/** In a transaction that holds the stream. */
export async function appendLocked<K extends StreamKind>(
  tx: Transaction<Tables>,
  { stream, acts }: Waiting<K>,
  context: Context,
): Promise<Appended<K>> {
  const marked = withMarks(acts);
  const read = await lockHead(tx, stream, marksOf(marked));
  context.guessing.hear(read.now);
  // Nobody else writes it now: whatever is known beyond the head is of another history.
  if ((context.cache.get(stream)?.head.version ?? 0) > read.head.version) context.cache.drop(stream);
  const { batch, appended } = await decideAll(tx, { stream, marked }, context, { read, isGuess: false });
  if (batch.links.length > 0) await write(tx, batch, context.project);
  else if (read.head.version === 0) await unlockEmpty(tx, stream);
  return appended;
}

function withMarks<K extends StreamKind>(acts: readonly Act<K>[]): readonly Marked<K>[] {
  return acts.map((act) => ({ act, mark: act.once === undefined ? undefined : markOf(act.once) }));
}

function marksOf(marked: readonly { readonly mark: string | undefined }[]): readonly string[] {
  return marked.flatMap(({ mark }) => mark ?? []);
}
