/** What the records stand-in keeps. Two stand-ins on one shelf are two processes on one database. */

import { openLink } from '../../src/adapters/postgres/links.ts';
import { kindOf } from '../../src/adapters/postgres/stream-kinds.ts';
import { upcasts } from '../../src/adapters/postgres/upcasts.ts';
import type { Link, SealedText } from '../../src/domain/chain.ts';
import type { Checklist } from '../../src/domain/checklist/checklist.ts';
import type { Recorded, Stream, StreamKind } from '../../src/domain/event.ts';
import type { Person } from '../../src/domain/people.ts';
import type { EventOf, StateOf } from '../../src/flow/ports/event-store.ts';
import type { Message } from '../../src/flow/ports/messages.ts';

export type MemoryShelf = {
  /** Every event of every stream, in the order written. */
  readonly links: Link[];
  readonly texts: Map<string, SealedText | null>;
  readonly once: Set<string>;
  readonly checklists: Map<string, Checklist>;
  readonly messages: Message[];
  readonly people: Map<string, Person>;
};

export function memoryShelf(): MemoryShelf {
  return { links: [], texts: new Map(), once: new Set(), checklists: new Map(), messages: [], people: new Map() };
}

export function recordedOn<K extends StreamKind>(
  shelf: MemoryShelf,
  stream: Stream<K>,
): readonly Recorded<EventOf<K>>[] {
  return linksOf(shelf, stream).map((link) => open(shelf, stream.kind, link));
}

/** Every state of a kind, folded anew each time: slow and never wrong. */
export function statesOn<K extends StreamKind>(shelf: MemoryShelf, kind: K): readonly StateOf<K>[] {
  const ids = new Set(shelf.links.filter(({ stream }) => stream.kind === kind).map(({ stream }) => stream.id));
  return [...ids].flatMap((id) => foldOn(shelf, { kind, id }) ?? []);
}

export function foldOn<K extends StreamKind>(shelf: MemoryShelf, stream: Stream<K>): StateOf<K> | undefined {
  const { evolve } = kindOf(stream.kind);
  return recordedOn(shelf, stream).reduce<StateOf<K> | undefined>(evolve, undefined);
}

export function linksOf(shelf: MemoryShelf, { kind, id }: Stream): readonly Link[] {
  return shelf.links.filter(({ stream }) => stream.kind === kind && stream.id === id);
}

export function open<K extends StreamKind>(shelf: MemoryShelf, kind: K, link: Link): Recorded<EventOf<K>> {
  const texts = new Map([...shelf.texts].map(([seal, kept]) => [seal, kept?.text ?? null]));
  return openLink(kind, link, texts, upcasts);
}
