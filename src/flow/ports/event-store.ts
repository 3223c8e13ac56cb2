/** Where the three kinds of stream are kept. An append touches one stream. */
import type { Contact } from '../../domain/contact/contact.ts';
import type { ContactEvent } from '../../domain/contact/events.ts';
import type {
  By,
  Decision,
  Head,
  Recorded,
  Refusal,
  ReviewId,
  Source,
  Stream,
  StreamKind,
} from '../../domain/event.ts';
import type { ProgramEvent } from '../../domain/program/events.ts';
import type { Program } from '../../domain/program/program.ts';
import type { ReviewEvent } from '../../domain/review/events.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Conversation } from './conversations.ts';

export type StreamTypes = {
  readonly program: { readonly state: Program; readonly event: ProgramEvent };
  readonly review: { readonly state: Review; readonly event: ReviewEvent };
  readonly contact: { readonly state: Contact; readonly event: ContactEvent };
};
export type StateOf<K extends StreamKind> = StreamTypes[K]['state'];
export type EventOf<K extends StreamKind> = StreamTypes[K]['event'];

export type Act<K extends StreamKind> = {
  readonly by: By;
  readonly source: Source;
  /** The same click, submission or redelivered event bears the same mark, and is recorded once. Kept seven days. */
  readonly once?: string;
  /** Where whoever acts can be written to, as far as that is news. Kept in the transaction of what the act records, or not at all. */
  readonly learnt?: readonly Conversation[];
  /** Called with the newest state under the stream's lock; `at` is database time, never before the last event's. */
  readonly decide: (state: StateOf<K> | undefined, at: Instant) => Decision<EventOf<K>>;
};

export type Current<K extends StreamKind> = { readonly state: StateOf<K>; readonly head: Head };

export type OpenedAs = Pick<Review, 'id' | 'programId' | 'zone' | 'checklist'>;

/** `events` is empty when there was nothing to record, or when the act is a repeated one. */
export type Changed<K extends StreamKind> = Current<K> & { readonly events: readonly Recorded<EventOf<K>>[] };

/** How many events a review had once something was recorded in it. */
export type AsOf = { readonly review: ReviewId; readonly version: number };

export interface EventStore {
  /** Resolves after the commit. A refusal changes nothing. Throws when the database cannot take it. */
  change<K extends StreamKind>(stream: Stream<K>, act: Act<K>): Promise<Changed<K> | Refusal>;
  /**
   * The newest state, or undefined for a stream that has not begun. With `since`, what this process knows is new enough once it
   * has that many events: for whoever shows what they just recorded.
   */
  current<K extends StreamKind>(stream: Stream<K>, since?: number): Promise<Current<K> | undefined>;
  /** What never changes about a review, as this process may know it already. Nothing that was written in it is given. */
  openedAs(review: ReviewId): Promise<OpenedAs | undefined>;
  /** Events of one stream in order, after that version, in batches that do not hold the thread. */
  read<K extends StreamKind>(stream: Stream<K>, after?: number): AsyncIterable<readonly Recorded<EventOf<K>>[]>;
}

/** The records cannot take or give anything now. Nothing was recorded; the message says so and what to do. */
export class StoreUnavailable extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'StoreUnavailable';
  }
}
