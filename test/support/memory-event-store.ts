/** The event store without a database: the same seals, chain and folds, on an array. */

import { sealEvents } from '../../src/adapters/postgres/links.ts';
import { kindOf } from '../../src/adapters/postgres/stream-kinds.ts';
import { upcasts } from '../../src/adapters/postgres/upcasts.ts';
import { redactedBy, start } from '../../src/domain/chain.ts';
import { type Head, isRefusal, type Recorded, type Stream, type StreamKind } from '../../src/domain/event.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import type { Act, Changed, Current, EventOf, EventStore, StateOf } from '../../src/flow/ports/event-store.ts';
import { linksOf, type MemoryShelf, memoryShelf, open, recordedOn } from './memory-shelf.ts';

export function memoryEventStore(now: () => Instant, shelf: MemoryShelf = memoryShelf()): EventStore {
  const cache = new Map<string, Current<StreamKind>>();

  function currentOf<K extends StreamKind>(stream: Stream<K>): Current<K> | undefined {
    const links = linksOf(shelf, stream);
    const last = links.at(-1);
    if (!last) return undefined;
    const known = cache.get(keyOf(stream)) as Current<K> | undefined;
    const fresh = links.slice(known?.head.version ?? 0).map((link) => open(shelf, stream.kind, link));
    const current = { state: fold(stream.kind, known?.state, fresh), head: { version: last.version, hash: last.hash } };
    cache.set(keyOf(stream), current as Current<StreamKind>);
    return current;
  }

  function append<K extends StreamKind>(stream: Stream<K>, act: Act<K>, events: readonly EventOf<K>[], at: Instant) {
    const before = currentOf(stream);
    const sealed = sealEvents({ stream, head: before?.head ?? start, at, upcasts }, act, events);
    const texts = new Map([...shelf.texts, ...sealed.fresh.map((text) => [text.seal, text] as const)]);
    const recorded = sealed.links.map((link) => open({ ...shelf, texts }, stream.kind, link));
    const state = fold(stream.kind, before?.state, recorded);
    for (const text of sealed.fresh) shelf.texts.set(text.seal, text);
    shelf.links.push(...sealed.links);
    const redacted = sealed.links.flatMap((link) => redactedBy(link) ?? []);
    for (const seal of redacted) shelf.texts.set(seal, null);
    if (redacted.length > 0) cache.clear();
    return { state, head: headOf(recorded), events: recorded };
  }

  function change<K extends StreamKind>(stream: Stream<K>, act: Act<K>) {
    const before = currentOf(stream);
    const mark = act.once && `${keyOf(stream)} ${act.once}`;
    if (before && mark && shelf.once.has(mark)) return { ...before, events: [] };
    const last = linksOf(shelf, stream).at(-1);
    const at = last && last.at > now() ? last.at : now();
    const decision = act.decide(before?.state, at);
    if (isRefusal(decision)) return decision;
    if (decision.events.length === 0) return unchanged(stream, before);
    const changed = append(stream, act, decision.events, at);
    if (mark) shelf.once.add(mark);
    return changed;
  }

  return {
    change: async (stream, act) => change(stream, act),
    current: async (stream) => currentOf(stream),
    async *read(stream, after = 0) {
      const events = recordedOn(shelf, stream).slice(after);
      if (events.length > 0) yield events;
    },
  } satisfies EventStore;
}

function fold<K extends StreamKind>(kind: K, state: StateOf<K> | undefined, events: readonly Recorded<EventOf<K>>[]) {
  return events.reduce<StateOf<K> | undefined>(kindOf(kind).evolve, state) as StateOf<K>;
}

function unchanged<K extends StreamKind>(stream: Stream<K>, before: Current<K> | undefined): Changed<K> {
  if (!before) throw new Error(`Nothing was decided for ${stream.kind} ${stream.id}, which has not begun.`);
  return { ...before, events: [] };
}

function headOf(recorded: readonly Recorded<unknown>[]): Head {
  const { version, hash } = recorded.at(-1) as Recorded<unknown>;
  return { version, hash };
}

function keyOf({ kind, id }: Stream): string {
  return `${kind} ${id}`;
}
