/** What may be done to a contact's ledger. All of it by Muster itself. */
import type { Duty } from '../review/duty.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import type { MessageRef } from './events.ts';

/** How an attempt to send ended, as far as the sender knows. */
export type Attempt =
  | { readonly is: 'sent'; readonly ref: MessageRef }
  /** Certainly not sent. `again` when the platform itself said when. */
  | { readonly is: 'refused'; readonly why: string; readonly again?: Instant }
  | { readonly is: 'unreachable'; readonly why: string }
  | { readonly is: 'uncertain'; readonly why: string };

export type ContactCommand =
  /** Plans what may be said now out of the duties that are open, and says of the rest why it waits. */
  | { readonly does: 'plan'; readonly duties: readonly Duty[]; readonly calendar: Calendar }
  /** Before anything is sent. At a wrong time it is held back instead: see which event comes out. */
  | { readonly does: 'claim'; readonly delivery: string; readonly leaseMinutes: number; readonly calendar: Calendar }
  | { readonly does: 'settle'; readonly delivery: string; readonly attempt: Attempt }
  /** The lease has run out and nobody knows whether it was sent. */
  | { readonly does: 'expire'; readonly delivery: string }
  | { readonly does: 'drop'; readonly delivery: string; readonly because: string }
  | { readonly does: 'drop duties'; readonly duties: readonly string[]; readonly because: string }
  /** Their platform shows, without anything being sent, that they can be written to again; or that they cannot. */
  | { readonly does: 'note reachable' }
  | { readonly does: 'note unreachable'; readonly why: string };
