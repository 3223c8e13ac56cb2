/** A platform without a network: what was sent, in order, with the faults a real one has. */
import type { Card } from '../../src/domain/card/card.ts';
import type { View } from '../../src/domain/card/view.ts';
import type { Platform } from '../../src/domain/event.ts';
import { DeliveryFailed, type Messenger, type Recipient } from '../../src/flow/ports/messenger.ts';

export type Sent = {
  readonly to: string;
  readonly view: View;
  readonly card: Card;
  readonly delivery: string;
};
/** What happens to the next message: it gets lost before or after the platform took it, or nobody is there. */
export type Fault = DeliveryFailed['certainty'] | 'crash after sending';

export function memoryMessenger(platform: Platform = 'workspace') {
  const sent: Sent[] = [];
  const faults: { to?: string; fault: Fault }[] = [];
  return {
    platform,
    sent,
    paces: () => [],
    hindrance: async () => undefined,
    failNext: (...next: readonly Fault[]) => {
      faults.push(...next.map((fault) => ({ fault })));
    },
    /** The next message to them, whatever is sent to others before. */
    failNextTo: (to: string, fault: Fault) => {
      faults.push({ to, fault });
    },
    async send({ to, view, card, delivery }) {
      const index = faults.findIndex((one) => one.to === undefined || one.to === calledFor(to));
      const fault = index < 0 ? undefined : faults.splice(index, 1)[0]?.fault;
      if (fault === 'not sent' || fault === 'unreachable')
        throw new DeliveryFailed(fault, `The platform said: ${fault}.`);
      sent.push({ to: calledFor(to), view, card, delivery });
      if (fault === 'uncertain') throw new DeliveryFailed('uncertain', 'The answer got lost.');
      if (fault === 'crash after sending') throw new Error('The process ended here.');
      return { platform, conversation: calledFor(to), message: delivery };
    },
  } satisfies Messenger & Record<string, unknown>;
}

function calledFor(to: Recipient): string {
  return 'person' in to ? to.person.key : `#${to.channel.id}`;
}
