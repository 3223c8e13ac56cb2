/** Where somebody pressed. */
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Address } from './connector.ts';

/** The message in a personal chat that was pressed on; without `card` a client did not say which. */
export type Spot = {
  readonly address: Address;
  readonly card: string | undefined;
  readonly mark: string | undefined;
  /** When the press came in: whatever was begun there since is not its to end, however long it waited. */
  readonly pressed: Instant;
  /** A client that is given nothing in place sees only the message itself. */
  readonly older?: boolean;
};

export function refOf({ address, card }: Pick<Spot, 'address' | 'card'>): MessageRef | undefined {
  return card === undefined ? undefined : { platform: 'teams', conversation: address.conversation, message: card };
}
