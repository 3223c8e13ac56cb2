/** Acts of one stream on their way into one transaction. */
import type { Link, SealedText } from '../../domain/chain.ts';
import type { Head, Recorded, Stream, StreamKind } from '../../domain/event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Conversation } from '../../flow/ports/conversations.ts';
import type { EventOf, StateOf } from '../../flow/ports/event-store.ts';

/** The batch as it grows. Nothing of it is true before the commit. */
export type Batch<K extends StreamKind> = {
  readonly stream: Stream<K>;
  readonly at: Instant;
  /** The head it was decided on. */
  readonly from: Head;
  /** What else it was decided on where nobody asked the database first; checked with the writing. */
  readonly guess?: { readonly now: number; readonly redactions: number };
  readonly before: StateOf<K> | undefined;
  state: StateOf<K> | undefined;
  head: Head;
  readonly links: Link[];
  readonly events: Recorded<EventOf<K>>[];
  readonly fresh: Map<string, SealedText>;
  readonly marks: Set<string>;
  /** The newest of each place. */
  readonly learnt: Map<string, Conversation>;
  readonly seen: Set<string>;
};
