/** Speaks on one platform. Two chains meet here: `render` makes the platform's form of a card, this sends it. */
import type { Card } from '../../domain/card/card.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Platform } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Channel } from '../../domain/program/settings.ts';
import type { Pace } from './pacing.ts';

export type Recipient = { readonly person: Person } | { readonly channel: Channel };

export interface Messenger {
  readonly platform: Platform;
  /** How fast this platform may be spoken to there. Empty where nobody counts. */
  paces(to: Recipient): readonly Pace[];
  /** Why nothing would reach them now, as far as can be told without speaking; undefined where nothing stands in the way. */
  hindrance(to: Recipient): Promise<string | undefined>;
  /** Sends once, without retrying. Throws DeliveryFailed, which says how certain it is that nothing arrived. */
  send(message: { to: Recipient; view: View; card: Card; delivery: string }): Promise<MessageRef>;
  /** Absent where every card is drawn anew whenever somebody looks. */
  readonly redrawing?: Redrawing;
}

/** Puts a card's newest form in the place of what stands there. */
export type Redrawing = {
  /** Whether somebody is just filling something in there, which a new card would take away. */
  isBusy?(ref: MessageRef): Promise<boolean>;
  paces(ref: MessageRef): readonly Pace[];
  /** Idempotent; safe to repeat. `gone`: somebody deleted it. Throws DeliveryFailed. */
  redraw(ref: MessageRef, view: View, card: Card): Promise<'done' | 'gone'>;
};

/** A failure the delivery step knows how to treat. */
export class DeliveryFailed extends Error {
  readonly certainty: 'not sent' | 'uncertain' | 'unreachable';
  /** When to try again, in milliseconds from now: as the platform said. */
  readonly retryAfter: number | undefined;
  /** The platform did not say when: the more often it happens, the longer one waits. */
  readonly guessed: boolean;
  constructor(
    certainty: DeliveryFailed['certainty'],
    message: string,
    options: { retryAfter?: number; guessed?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'DeliveryFailed';
    this.certainty = certainty;
    this.retryAfter = options.retryAfter;
    this.guessed = options.guessed ?? false;
  }
}

/** Whether what was sent may stand there all the same. */
export function mayHaveArrived(error: unknown): boolean {
  return error instanceof DeliveryFailed && error.certainty === 'uncertain';
}

/** The same, of whatever failed once it was being sent: also of our own, since that may have come after. */
export function mayStand(error: unknown): boolean {
  return !(error instanceof DeliveryFailed) || mayHaveArrived(error);
}
