/** Decides what waits for one stream, each act on the state before it; nothing is written yet. */
import type { Kysely } from 'kysely';
import { redactedBy } from '../../domain/chain.ts';
import { type Head, isRefusal, type Refusal, type Stream, type StreamKind } from '../../domain/event.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { Act, Changed, StateOf } from '../../flow/ports/event-store.ts';
import type { Batch } from './batch.ts';
import { openLink, sealEvents } from './links.ts';
import { loadCurrent } from './load-current.ts';
import type { ReadHead } from './lock-head.ts';
import { textsOf } from './read-links.ts';
import type { Texts } from './sealing.ts';
import type { StateCache } from './state-cache.ts';
import { kindOf } from './stream-kinds.ts';
import type { Tables } from './tables.ts';

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

export type Marked<K extends StreamKind> = { readonly act: Act<K>; readonly mark: string | undefined };
export type Decidable<K extends StreamKind> = { readonly stream: Stream<K>; readonly marked: readonly Marked<K>[] };
export type Decisions<K extends StreamKind> = { readonly batch: Batch<K>; readonly appended: Appended<K> };

type Context = { readonly cache: StateCache; readonly upcasts: Upcasts };
type On = { readonly read: ReadHead; readonly isGuess: boolean };

/** On the embedded database nothing may hold the thread longer than 100 ms; the writes need their part of it. */
const patience = 40;

export async function decideAll<K extends StreamKind>(
  kysely: Kysely<Tables>,
  { stream, marked }: Decidable<K>,
  { cache, upcasts }: Context,
  { read, isGuess }: On,
): Promise<Decisions<K>> {
  const { head, at, now, redactions, seen } = read;
  const known = await loadCurrent({ kysely, cache, upcasts }, stream, { redactions, head });
  const before = known?.state;
  const batch: Batch<K> = {
    stream,
    at,
    from: head,
    ...(isGuess && { guess: { now, redactions } }),
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
  const appended = { results, state: batch.state, head: batch.head, redactions: redacted ? undefined : redactions };
  return { batch, appended };
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
