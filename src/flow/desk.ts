/** The front desk: what every platform's inbox calls, and the terminal too. No rule of the domain is here. */
import type { Card } from '../domain/card/card.ts';
import type { Form, FormRef, FormValues } from '../domain/card/form.ts';
import type { Intent } from '../domain/card/intent.ts';
import type { View } from '../domain/card/view.ts';
import type { ContactId, PersonId, Refusal, Source } from '../domain/event.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Asked, SeenInChannel } from './in-channel.ts';
import type { Conversation } from './ports/conversations.ts';
import type { AsOf } from './ports/event-store.ts';
import type { Somewhere } from './shared-as.ts';

/**
 * Who acts, from where. `once` marks a click or submission so that a repeated delivery of it is recorded once. `learnt` is where
 * they can be written to, as far as that is news: kept together with what is recorded.
 */
export type Actor = {
  readonly by: PersonId;
  readonly source: Source;
  readonly once?: string;
  readonly learnt?: readonly Conversation[];
};

/** What to say after an act, and what its message should show from now on when that changes. */
export type Done = { readonly done: true; readonly sentence: string; readonly view?: View; readonly asOf?: AsOf };

/** What a typed command turned into. */
export type Reply =
  | { readonly reply: 'view'; readonly view: View }
  | { readonly reply: 'form'; readonly form: FormRef }
  | { readonly reply: 'done'; readonly done: Done }
  | { readonly reply: 'sentence'; readonly sentence: string };

export interface Desk {
  /**
   * Draws what this person may see of it; a view they have no part in says so on the card. It shows at least what was recorded by
   * then, or by `asOf`, which takes one question less.
   */
  card(view: View, viewer: ContactId, asOf?: AsOf): Promise<Card>;
  form(ref: FormRef, viewer: PersonId): Promise<Form | Refusal>;
  record(intent: Intent, actor: Actor): Promise<Done | Refusal>;
  /** A sent form. What was valid is saved even when a field is not; the refusal's `fields` say which. */
  submit(ref: FormRef, values: FormValues, actor: Actor): Promise<Done | Refusal>;
  /** `status`, `mine`, `why`, `report` … as typed by a person. */
  command(text: string, actor: Actor): Promise<Reply | Refusal>;
  /** What anybody, known or not, who asks for it in a program's team channel may see there; undefined for all else. */
  seenInChannel(asked: Asked): Promise<SeenInChannel | undefined>;
  /** The channel that everybody there would see it as; undefined where it may not be shared. */
  sharedAs(view: View, place: Somewhere): Promise<ContactId | undefined>;
  /** That a person or channel can be written to again, as their platform shows: what waited for it goes out. */
  noteReachable(contact: ContactId): Promise<void>;
  /** That one cannot, as their platform shows without anything being sent: the leads of their reviews hear of it. */
  noteUnreachable(contact: ContactId, why: string): Promise<void>;
  /** What is next, over all open reviews, soonest first: for the demo's clock and for `preview`. */
  upcoming(limit: number): Promise<readonly { readonly at: Instant; readonly sentence: string }[]>;
}
