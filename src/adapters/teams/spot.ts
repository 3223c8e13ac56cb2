/** Where somebody pressed. */
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Address } from './connector.ts';

/** The message in a personal chat that was pressed on; without `card` a client did not say which. */
export type Spot = {
  readonly address: Address;
  readonly card: string | undefined;
  readonly mark: string | undefined;
  /** A client that is given nothing in place sees only the message itself. */
  readonly older?: boolean;
};

export function refOf({ address, card }: Pick<Spot, 'address' | 'card'>): MessageRef | undefined {
  return card === undefined ? undefined : { platform: 'teams', conversation: address.conversation, message: card };
}
