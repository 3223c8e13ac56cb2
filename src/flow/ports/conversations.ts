/** Where people and channels can be written to on a platform that tells only when something happens there. No part of the record. */
import type { FormValues } from '../../domain/card/form.ts';
import type { Instant } from '../../domain/time/instant.ts';

export type Conversation = {
  readonly id: string;
  readonly tenant: string;
  /** Where that platform is to be called for it; it moves, so the newest counts. */
  readonly serviceUrl: string;
  readonly type: 'personal' | 'channel' | 'groupChat';
  /** Of a personal one: how the platform calls the person there, and how it knows them everywhere. */
  readonly user?: string;
  readonly account?: string;
  readonly team?: string;
};

/** A message there. */
export type Place = { readonly conversation: string; readonly message: string };

/** A drawing of a message, by its number there. */
export type Begun = { readonly drawing: number };

export type Claim = 'mine' | 'under way' | 'over';

export interface Conversations {
  learn(conversation: Conversation): Promise<void>;
  /** We may not write there any more; nor in its channels, when it is a team. */
  forget(id: string): Promise<void>;
  byId(id: string): Promise<Conversation | undefined>;
  /** Newest first. */
  personal(account: string): Promise<Conversation | undefined>;
  ofTeams(): Promise<readonly Conversation[]>;
  /** Whichever was heard from last: where that platform is now. */
  newest(): Promise<Conversation | undefined>;
  /** `mine` for the first who asks; the same activity or press delivered again is told apart by it. Kept a day. */
  claim(mark: string): Promise<Claim>;
  /** What came under the mark is done. Whoever has it and says nothing for a minute is dead, and it counts as over. */
  finish(mark: string): Promise<void>;
  /** What came under the mark failed: its next delivery is a first one again. */
  release(mark: string): Promise<void>;
  /**
   * Somebody is filling in a form in this message, so no drawing of it begins until then. `entered` is all they entered there and
   * have not sent; without it what is known of that stays. Says whether a drawing that began before is still under way.
   */
  hold(place: Place, until: Instant, entered?: FormValues): Promise<'at rest' | 'being drawn'>;
  /** The form was sent or left, and nothing is entered there any more. With `upTo` only where it is held no longer than that. */
  letGo(place: Place, upTo?: Instant): Promise<void>;
  isHeld(place: Place, at: Instant): Promise<boolean>;
  /** What was entered in the form there: nothing where it was let go; undefined once nobody knows, a day after. */
  enteredIn(place: Place): Promise<FormValues | undefined>;
  /**
   * Begins unless it is held or another drawing is under way. It counts as being drawn until the end is told, or for half a
   * minute. With `letGoUpTo` a hold that lasts no longer than that ends, and nobody knows any more what was entered there; where
   * nothing held it, what is known of that stays.
   */
  beginDrawing(place: Place, at: Instant, letGoUpTo?: Instant): Promise<Begun | 'held' | 'under way'>;
  /** With `heldUntil` it is held until then at least. Nothing happens where another has begun since: this one was given up. */
  endDrawing(place: Place, begun: Begun, heldUntil?: Instant): Promise<void>;
  isBeingDrawn(place: Place): Promise<boolean>;
}
