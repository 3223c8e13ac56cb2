/** One contact as Muster knows it: what it was told, what waits, and whether it can be reached. */
import type { ContactId } from '../event.ts';
import type { Duty } from '../review/duty.ts';
import type { Instant } from '../time/instant.ts';
import type { ClaimedDuties } from './claimed-duties.ts';
import type { MessageRef, ReasonToHold } from './events.ts';

export type DeliveryStatus = 'planned' | 'claimed' | 'sent' | 'dropped' | 'refused' | 'uncertain';

export type Delivery = {
  readonly id: string;
  readonly duties: readonly Duty[];
  /** Planned for, or after a refusal to be tried again at. */
  readonly at: Instant;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** When the attempt began: the day that counts as written to. */
  readonly claimedAt?: Instant;
  readonly claimedUntil?: Instant;
  readonly settledAt?: Instant;
  readonly ref?: MessageRef;
  readonly why?: string;
  /** Why some of it waited before it was planned. */
  readonly heldBefore?: ReasonToHold;
};

export type Contact = {
  readonly id: ContactId;
  /** Under way, or settled so lately that a rule may ask for them. The ledger of all of them is a reading. */
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** Every duty key that is in a delivery or was dropped, ever: a duty is in one delivery, once. */
  readonly claimedDuties: ClaimedDuties;
  readonly heldBack: ReadonlyMap<string, { readonly because: ReasonToHold; readonly until: Instant }>;
  readonly unreachable?: { readonly why: string; readonly since: Instant };
};

/** Nothing happened yet between Muster and them. */
export function newContact(id: ContactId): Contact {
  return { id, deliveries: new Map(), claimedDuties: new Map(), heldBack: new Map() };
}

/** Planned, or being sent just now: it may still speak. */
export function isUnderWay(delivery: Delivery): boolean {
  return delivery.status === 'planned' || delivery.status === 'claimed';
}
