/** What the records stand-in keeps. Two stand-ins on one shelf are two processes on one database. */

import { openLink } from '../../src/adapters/postgres/links.ts';
import { kindOf } from '../../src/adapters/postgres/stream-kinds.ts';
import type { FormValues } from '../../src/domain/card/form.ts';
import { type Link, type SealedText, sealsIn } from '../../src/domain/chain.ts';
import type { Checklist } from '../../src/domain/checklist/checklist.ts';
import type { MessageRef } from '../../src/domain/contact/events.ts';
import type { Recorded, Stream, StreamKind } from '../../src/domain/event.ts';
import type { Person } from '../../src/domain/people.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import { upcasts } from '../../src/domain/upcasts.ts';
import type { Conversation } from '../../src/flow/ports/conversations.ts';
import type { Current, EventOf, StateOf } from '../../src/flow/ports/event-store.ts';
import type { Message } from '../../src/flow/ports/messages.ts';

export type KeptMessage = Omit<Message, 'part' | 'unsaved'> & {
  readonly part?: number | undefined;
  readonly unsaved?: FormValues | undefined;
  readonly turn: number;
  readonly drawnEvents: number;
  /** When it was last sent as drawn, in an order of its own. */
  readonly tried: number;
  readonly mark?: string | undefined;
  readonly gone: boolean;
  /** The address its person was parted from. */
  readonly takenFrom?: string | undefined;
  readonly notBefore?: Instant | undefined;
};
export type MemoryShelf = {
  /** Every event of every stream, in the order written. */
  readonly links: Link[];
  readonly texts: Map<string, SealedText | null>;
  readonly once: Set<string>;
  readonly checklists: Map<string, Checklist>;
  readonly messages: KeptMessage[];
  readonly people: Map<string, Person>;
  /** By conversation and message, who fills in a form there until when. */
  readonly holds: Map<string, Held>;
  readonly conversations: Map<string, Conversation>;
};

export type Held = { readonly until: string; readonly entered: FormValues | undefined };

export function memoryShelf(): MemoryShelf {
  const maps = { texts: new Map(), checklists: new Map(), people: new Map(), holds: new Map() };
  return { links: [], once: new Set(), messages: [], conversations: new Map(), ...maps };
}

/** What was entered in a form there is nobody’s; without a message, in any of that conversation. */
export function forgetEntered({ holds }: MemoryShelf, { conversation, message = '' }: Partial<MessageRef>): void {
  for (const [key, { until }] of holds) {
    const isThere = message === '' ? key.startsWith(`${conversation} `) : key === `${conversation} ${message}`;
    if (isThere) holds.set(key, { until, entered: undefined });
  }
}

export function recordedOn<K extends StreamKind>(
  shelf: MemoryShelf,
  stream: Stream<K>,
): readonly Recorded<EventOf<K>>[] {
  return linksOf(shelf, stream).map((link) => open(shelf, stream.kind, link));
}

/** Every state of a kind, in the order the streams began. */
export function statesOn<K extends StreamKind>(shelf: MemoryShelf, kind: K): readonly StateOf<K>[] {
  const ids = new Set(shelf.links.filter(({ stream }) => stream.kind === kind).map(({ stream }) => stream.id));
  return [...ids].flatMap((id) => currentOn(shelf, { kind, id })?.state ?? []);
}

/** Folds on from where it stood when last asked. */
export function currentOn<K extends StreamKind>(shelf: MemoryShelf, stream: Stream<K>): Current<K> | undefined {
  const memory = memoryOf(shelf);
  const key = `${stream.kind} ${stream.id}`;
  // The key names the kind.
  const known = memory.states.get(key) as Current<K> | undefined;
  const links = linksOf(shelf, stream);
  const last = links.at(-1);
  if (!last) return undefined;
  const events = links.slice(known?.head.version ?? 0).map((link) => open(shelf, stream.kind, link));
  const state = events.reduce<StateOf<K> | undefined>(kindOf(stream.kind).evolve, known?.state) as StateOf<K>;
  const current = { state, head: { version: last.version, hash: last.hash } };
  memory.states.set(key, current as Current<StreamKind>);
  return current;
}

export function linksOf(shelf: MemoryShelf, { kind, id }: Stream): readonly Link[] {
  return shelf.links.filter(({ stream }) => stream.kind === kind && stream.id === id);
}

export function open<K extends StreamKind>(shelf: MemoryShelf, kind: K, link: Link): Recorded<EventOf<K>> {
  const { events } = memoryOf(shelf);
  const known = events.get(link.id) ?? openLink(kind, link, textsOf(shelf, link), upcasts);
  events.set(link.id, known);
  return known as Recorded<EventOf<K>>;
}

function textsOf(shelf: MemoryShelf, { body }: Link): ReadonlyMap<string, string | null> {
  return new Map(
    [...sealsIn(body)].flatMap((seal) => {
      const kept = shelf.texts.get(seal);
      return kept === undefined ? [] : [[seal, kept?.text ?? null] as const];
    }),
  );
}

/** What was read already. Forgotten when texts were redacted, since any state may hold them. */
type Memory = {
  readonly redactions: number;
  readonly events: Map<string, Recorded<unknown>>;
  readonly states: Map<string, Current<StreamKind>>;
};
const memories = new WeakMap<MemoryShelf, Memory>();

function memoryOf(shelf: MemoryShelf): Memory {
  const redactions = shelf.links.filter(({ type }) => type === 'TextRedacted').length;
  const known = memories.get(shelf);
  if (known?.redactions === redactions) return known;
  const fresh = { redactions, events: new Map(), states: new Map() };
  memories.set(shelf, fresh);
  return fresh;
}
