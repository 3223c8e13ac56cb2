/** The messages that stand somewhere, each with what it shows, so that it can be redrawn. */
import type { FormValues } from '../../domain/card/form.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { ContactId, Platform, ReviewId } from '../../domain/event.ts';
import type { Instant } from '../../domain/time/instant.ts';

export type Message = {
  readonly ref: MessageRef;
  readonly contact: ContactId;
  readonly view: View;
  readonly at: Instant;
  /** The delivery it carried out; absent for a reply to something the person did. */
  readonly delivery?: string;
  /** Of a card too long for one message the part that is looked at, from 1; absent where nobody turned to another. */
  readonly part?: number;
  /** What the person entered on it and has not saved; absent where there is nothing. */
  readonly unsaved?: FormValues;
};

/** `mark` is the form it stands in. */
export type Standing = Message & { readonly mark?: string };

/** `notBefore`: it is not to be tried before then. */
export type Outdated = Message & { readonly notBefore?: Instant };

/** A drawing that has begun: whoever makes it reads what it draws from only now. */
export type Drawing = Message & {
  /** Which drawing of this message it is. */
  readonly turn: number;
  /** How many events its reviews had when it began, all together. */
  readonly events: number;
  /** In which form the message stands; absent when that is not known. */
  readonly mark?: string;
  /** It is not there, or is in a chat that is not theirs now: only who presses there draws it. */
  readonly gone?: true;
};

export interface Messages {
  /** Adding the same ref twice is one; under another contact it is theirs from then on, and nothing of the one before is. */
  add(message: Standing): Promise<void>;
  /** From now on that message shows something else, e.g. the next section; its first part, unless it is the same. */
  show(ref: MessageRef, view: View): Promise<void>;
  /** Somebody turned to that part of what it shows. */
  turnTo(ref: MessageRef, part: number): Promise<void>;
  /**
   * What somebody entered there is kept beside what was kept before, and what is dropped is not: until it is saved, or for a day.
   * No part of the record.
   */
  keepUnsaved(ref: MessageRef, change: { entered?: FormValues; dropped?: readonly string[] }): Promise<void>;
  /** Oldest first. */
  of(contact: ContactId, limit?: number): Promise<readonly Message[]>;
  byRef(ref: MessageRef): Promise<Standing | undefined>;
  /** Of the messages that show something of that review those that may be outdated, those tried longest ago first. */
  outdated(review: ReviewId, platforms: readonly Platform[]): Promise<readonly Outdated[]>;
  /**
   * Every review with such messages that had an event since then, or a message whose chat is its person's again. Where it says
   * what time it is now, those that are not to be tried yet do not count.
   */
  reviewsOutdated(since: Instant, platforms: readonly Platform[], now?: Instant): Promise<readonly ReviewId[]>;
  begin(ref: MessageRef): Promise<Drawing | undefined>;
  /** Its turn has come: from now on it counts as tried, and until it is told what came of it in no known form. */
  sending(ref: MessageRef): Promise<void>;
  /**
   * It stands as drawn, and is there. Where two drew at once it is unknown whose came last, and it counts as outdated; so it does
   * without a mark, where it may or may not stand as drawn.
   */
  drawn(drawing: Drawing, mark?: string): Promise<void>;
  /** It stands as it stood when that drawing began, and is not to be tried before that time. */
  putOff(drawing: Drawing, until?: Instant): Promise<void>;
  /** Somebody deleted it, so it is not drawn any more. */
  gone(ref: MessageRef): Promise<void>;
}
