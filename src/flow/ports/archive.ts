/** The record as it is stored, byte for byte: for exports and proofs, not for the steps. */
import type { Link, SealedText } from '../../domain/chain.ts';
import type { ReviewId, Stream } from '../../domain/event.ts';

export interface Archive {
  /** A whole stream, in order, in batches that do not hold the thread. */
  links(stream: Stream): AsyncIterable<readonly Link[]>;
  /** Events of contacts about this review: each duty held back or dropped, each delivery that bears one, whatever became of it. */
  deliveriesAbout(review: ReviewId): AsyncIterable<readonly Link[]>;
  /** The TextRedacted events of these seals, in whatever stream they were recorded. */
  redactionsOf(seals: readonly string[]): Promise<readonly Link[]>;
  /** Salt and text of these seals, without those that were redacted. */
  texts(seals: readonly string[]): Promise<readonly SealedText[]>;
}
