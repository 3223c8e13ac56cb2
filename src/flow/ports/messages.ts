/** The messages that stand somewhere, each with what it shows, so that it can be redrawn. */
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { ContactId, ReviewId } from '../../domain/event.ts';
import type { Instant } from '../../domain/time/instant.ts';

export type Message = {
  readonly ref: MessageRef;
  readonly contact: ContactId;
  readonly view: View;
  readonly at: Instant;
  /** The delivery it carried out; absent for a reply to something the person did. */
  readonly delivery?: string;
};

export interface Messages {
  /** Adding the same ref twice is one. */
  add(message: Message): Promise<void>;
  /** From now on that message shows something else, e.g. the next section. */
  show(ref: MessageRef, view: View): Promise<void>;
  /** Oldest first. */
  of(contact: ContactId, limit?: number): Promise<readonly Message[]>;
  about(review: ReviewId): Promise<readonly Message[]>;
  byRef(ref: MessageRef): Promise<Message | undefined>;
}
