/** Everything that waits for one stream in this process, written together: each act decided on the state before it. */
import type { Kysely, Transaction } from 'kysely';
import { redactedBy } from '../../domain/chain.ts';
import { type Head, isRefusal, type Refusal, type Stream, type StreamKind } from '../../domain/event.ts';
import { toInstant } from '../../domain/time/instant.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { Act, Changed, StateOf } from '../../flow/ports/event-store.ts';
import type { Batch } from './batch.ts';
import type { Database } from './database.ts';
import type { LastSaid, Said } from './last-said.ts';
import { openLink, sealEvents } from './links.ts';
import { loadCurrent } from './load-current.ts';
import { lockHead, type ReadHead, readHead, unlockEmpty } from './lock-head.ts';
import { markOf } from './once.ts';
import type { Project } from './projections/project.ts';
import { textsOf } from './read-links.ts';
import type { Texts } from './sealing.ts';
import type { StateCache } from './state-cache.ts';
import { kindOf } from './stream-kinds.ts';
import type { Tables } from './tables.ts';
import { write, writeAtOnce } from './write-batch.ts';

export type Result<K extends StreamKind> =
  | { readonly done: Changed<K> | Refusal }
  /** That act's own failure; its neighbours do not suffer. */
  | { readonly failed: unknown };

export type Appended<K extends StreamKind> = {
  /** As many as were taken up: when time is over the rest waits for the next transaction. */
  readonly results: readonly Result<K>[];
  readonly state: StateOf<K> | undefined;
  readonly head: Head;
  /** Counted before the batch; undefined when the batch itself redacted something. */
  readonly redactions: number | undefined;
};

type Context = {
  readonly cache: StateCache;
  readonly said: LastSaid;
  readonly upcasts: Upcasts;
  readonly project: Project;
};

/** On the embedded database nothing may hold the thread longer than 100 ms; the writes need their part of it. */
const patience = 40;

type Waiting<K extends StreamKind> = { readonly stream: Stream<K>; readonly acts: readonly Act<K>[] };

/**
 * In one statement and without a lock: who wrote the same version first wins, and the other begins again. Undefined where
 * it takes more than a statement.
 */
export async function appendAtOnce<K extends StreamKind>(
  database: Database,
  waiting: Waiting<K>,
  context: Context,
): Promise<Appended<K> | undefined> {
  const marked = withMarks(waiting.acts);
  const guess = guessed(waiting.stream, context);
  // Whether an act was sent before is not guessed. One that was and is taken again is refused by the mark's own key.
  const first = guess && (await decideAll(database.kysely, { ...waiting, marked }, { ...context, read: guess }, guess));
  if (first?.results.every(wasTaken)) return written(database, first, context);
  const read = await readHead(database, waiting.stream, marksOf(marked));
  if (!read || read.head.version === 0) return undefined;
  return written(database, await decideAll(database.kysely, { ...waiting, marked }, { ...context, read }), context);
}

type Decisions<K extends StreamKind> = Appended<K> & { readonly batch: Batch<K> };

async function written<K extends StreamKind>(
  database: Database,
  { batch, ...appended }: Decisions<K>,
  { project, said }: Context,
): Promise<Appended<K> | undefined> {
  if (batch.links.length === 0) return appended;
  const now = await writeAtOnce(database, batch, project);
  if (now === undefined) return undefined;
  if (appended.redactions !== undefined) said.hear({ now, redactions: appended.redactions });
  return appended;
}

/** As the head would be read if nobody else has written since. */
function guessed(stream: Stream, { cache, said }: Context): ReadHead | undefined {
  const known = cache.get(stream);
  const guess = said.guess(stream);
  return known && guess && { ...guess, head: known.head, at: toInstant(Math.floor(guess.now)), seen: new Set() };
}

function wasTaken<K extends StreamKind>(result: Result<K>): boolean {
  return 'done' in result && !isRefusal(result.done) && result.done.events.length > 0;
}

/** In a transaction that holds the stream. */
export async function appendLocked<K extends StreamKind>(
  tx: Transaction<Tables>,
  waiting: Waiting<K>,
  context: Context,
): Promise<Appended<K>> {
  const marked = withMarks(waiting.acts);
  const read = await lockHead(tx, waiting.stream, marksOf(marked));
  context.said.hear(read);
  const { batch, ...appended } = await decideAll(tx, { ...waiting, marked }, { ...context, read });
  if (batch.links.length > 0) await write(tx, batch, context.project);
  else if (read.head.version === 0) await unlockEmpty(tx, waiting.stream);
  return appended;
}

type Marked<K extends StreamKind> = { readonly act: Act<K>; readonly mark: string | undefined };

function withMarks<K extends StreamKind>(acts: readonly Act<K>[]): readonly Marked<K>[] {
  return acts.map((act) => ({ act, mark: act.once === undefined ? undefined : markOf(act.once) }));
}

function marksOf(marked: readonly { readonly mark: string | undefined }[]): readonly string[] {
  return marked.flatMap(({ mark }) => mark ?? []);
}

type Decidable<K extends StreamKind> = { readonly stream: Stream<K>; readonly marked: readonly Marked<K>[] };

async function decideAll<K extends StreamKind>(
  kysely: Kysely<Tables>,
  { stream, marked }: Decidable<K>,
  { cache, upcasts, read }: Context & { readonly read: ReadHead },
  guess?: Said,
): Promise<Decisions<K>> {
  const { head, at, redactions, seen } = read;
  const known = await loadCurrent({ kysely, cache, upcasts }, stream, { redactions, head });
  const before = known?.state;
  const batch: Batch<K> = {
    stream,
    at,
    guess,
    before,
    state: before,
    head,
    links: [],
    events: [],
    fresh: new Map(),
    marks: new Set(),
    learnt: new Map(),
    seen: new Set(seen),
  };
  const results: Result<K>[] = [];
  const since = performance.now();
  for (const act of marked) {
    if (performance.now() - since > patience) break;
    results.push(await attempt(kysely, batch, act, upcasts));
  }
  const redacted = batch.links.some((link) => redactedBy(link) !== undefined);
  return { batch, results, state: batch.state, head: batch.head, redactions: redacted ? undefined : redactions };
}

async function attempt<K extends StreamKind>(
  kysely: Kysely<Tables>,
  batch: Batch<K>,
  { act, mark }: Marked<K>,
  upcasts: Upcasts,
): Promise<Result<K>> {
  if (mark !== undefined && batch.seen.has(mark) && batch.state) return { done: unchanged(batch) };
  let decided: Decided<K>;
  try {
    const decision = act.decide(batch.state, batch.at);
    if (isRefusal(decision)) return { done: decision };
    if (decision.events.length === 0) return { done: unchanged(batch) };
    decided = { act, sealed: sealEvents({ ...batch, upcasts }, act, decision.events) };
  } catch (failed) {
    return { failed };
  }
  // Outside the try: a database that fails here fails the batch.
  const texts = await textsFor(kysely, batch, decided.sealed);
  try {
    const events = take(batch, decided, texts, upcasts);
    if (mark !== undefined) batch.marks.add(mark) && batch.seen.add(mark);
    for (const place of act.learnt ?? []) batch.learnt.set(place.id, place);
    return { done: { state: batch.state as StateOf<K>, head: batch.head, events } };
  } catch (failed) {
    return { failed };
  }
}

type Decided<K extends StreamKind> = { readonly act: Act<K>; readonly sealed: ReturnType<typeof sealEvents<K>> };

async function textsFor<K extends StreamKind>(
  kysely: Kysely<Tables>,
  batch: Batch<K>,
  sealed: Decided<K>['sealed'],
): Promise<Texts> {
  const named = new Set([...sealed.carried, ...sealed.links.flatMap((link) => redactedBy(link) ?? [])]);
  const fresh = [...batch.fresh.values(), ...sealed.fresh].map(({ seal, text }) => [seal, text] as const);
  return new Map([...(await textsOf(kysely, named)), ...fresh]);
}

/** Reads the links as they will be read for ever after, so that what comes back now and then cannot differ. */
function take<K extends StreamKind>(batch: Batch<K>, { sealed }: Decided<K>, texts: Texts, upcasts: Upcasts) {
  const { kind } = batch.stream;
  for (const link of sealed.links) {
    const seal = redactedBy(link);
    if (seal !== undefined && !texts.has(seal)) throw new Error(`Nothing was ever sealed under ${seal}.`);
  }
  const events = sealed.links.map((link) => openLink(kind, link, texts, upcasts));
  const state = events.reduce<StateOf<K> | undefined>(kindOf(kind).evolve, batch.state);
  // From here on nothing throws: an act is taken whole or not at all.
  batch.state = state;
  for (const { version, hash } of events.slice(-1)) batch.head = { version, hash };
  batch.links.push(...sealed.links);
  batch.events.push(...events);
  for (const text of sealed.fresh) batch.fresh.set(text.seal, text);
  return events;
}

function unchanged<K extends StreamKind>({ state, head, stream }: Batch<K>): Changed<K> {
  if (!state) throw new Error(`Nothing was decided for ${stream.kind} ${stream.id}, which has not begun.`);
  return { state, head, events: [] };
}
