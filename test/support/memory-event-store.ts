/** The event store without a database: the same seals, chain and folds, on an array. */

import { openLink, sealEvents } from '../../src/adapters/postgres/links.ts';
import { openedAs } from '../../src/adapters/postgres/opened-as.ts';
import { kindOf } from '../../src/adapters/postgres/stream-kinds.ts';
import { redactedBy, start } from '../../src/domain/chain.ts';
import { isRefusal, type Stream, type StreamKind } from '../../src/domain/event.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import { upcasts } from '../../src/domain/upcasts.ts';
import type { Act, Changed, Current, EventOf, EventStore, StateOf } from '../../src/flow/ports/event-store.ts';
import { currentOn, linksOf, type MemoryShelf, memoryShelf, recordedOn } from './memory-shelf.ts';

export function memoryEventStore(now: () => Instant, shelf: MemoryShelf = memoryShelf()): EventStore {
  return {
    change: async (stream, act) => change({ now, shelf }, stream, act),
    current: async (stream) => currentOn(shelf, stream),
    openedAs: async (review) => openedAs(currentOn(shelf, { kind: 'review', id: review })?.state),
    async *read(stream, after = 0) {
      const events = recordedOn(shelf, stream).slice(after);
      if (events.length > 0) yield events;
    },
  } satisfies EventStore;
}

type Place = { readonly now: () => Instant; readonly shelf: MemoryShelf };

function change<K extends StreamKind>({ now, shelf }: Place, stream: Stream<K>, act: Act<K>) {
  const before = currentOn(shelf, stream);
  const mark = act.once && `${stream.kind} ${stream.id} ${act.once}`;
  if (before && mark && shelf.once.has(mark)) return { ...before, events: [] };
  const at = [linksOf(shelf, stream).at(-1)?.at ?? '', now()].sort().at(-1) ?? now();
  const decision = act.decide(before?.state, at);
  if (isRefusal(decision)) return decision;
  if (decision.events.length === 0) return unchanged(stream, before);
  const changed = append({ shelf, stream, before, at }, act, decision.events);
  if (mark) shelf.once.add(mark);
  return changed;
}

type End<K extends StreamKind> = {
  readonly shelf: MemoryShelf;
  readonly stream: Stream<K>;
  readonly before: Current<K> | undefined;
  readonly at: Instant;
};

/** Nothing is kept before all of it could be read and folded. */
function append<K extends StreamKind>(
  { shelf, stream, before, at }: End<K>,
  act: Act<K>,
  events: readonly EventOf<K>[],
) {
  const head = before?.head ?? start;
  const { links, fresh } = sealEvents({ stream, head, at, upcasts }, act, events);
  const texts = new Map([...shelf.texts, ...fresh.map((text) => [text.seal, text] as const)]);
  const redacted = links.flatMap((link) => redactedBy(link) ?? []);
  for (const seal of redacted) if (!texts.has(seal)) throw new Error(`Nothing was ever sealed under ${seal}.`);
  const readable = new Map([...texts].map(([seal, kept]) => [seal, kept?.text ?? null]));
  const recorded = links.map((link) => openLink(stream.kind, link, readable, upcasts));
  const state = recorded.reduce<StateOf<K> | undefined>(kindOf(stream.kind).evolve, before?.state) as StateOf<K>;
  for (const text of fresh) shelf.texts.set(text.seal, text);
  for (const seal of redacted) shelf.texts.set(seal, null);
  shelf.links.push(...links);
  const { version, hash } = links.at(-1) ?? head;
  return { state, head: { version, hash }, events: recorded };
}

function unchanged<K extends StreamKind>(stream: Stream<K>, before: Current<K> | undefined): Changed<K> {
  if (!before) throw new Error(`Nothing was decided for ${stream.kind} ${stream.id}, which has not begun.`);
  return { ...before, events: [] };
}
