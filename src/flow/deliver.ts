/** Claims a delivery, drops what was answered meanwhile, and speaks. Nothing is said twice: law 2. */
import type { View } from '../domain/card/view.ts';
import { isRefusal } from '../domain/event.ts';
import type { Duty } from '../domain/review/duty.ts';
import { toReview } from './advance.ts';
import { noLongerOwed, stillOwed } from './approach.ts';
import { loadReview } from './load-review.ts';
import type { Ports } from './ports.ts';
import { DeliveryFailed, type Messenger, type Recipient } from './ports/messenger.ts';
import type { DeliveryRow } from './ports/readings.ts';
import { drawFor } from './scene.ts';
import { toContact } from './to-contact.ts';

type Delivering = Pick<
  Ports,
  | 'store'
  | 'readings'
  | 'messages'
  | 'checklists'
  | 'directory'
  | 'calendars'
  | 'alarms'
  | 'clock'
  | 'messengers'
  | 'log'
>;

export async function deliver(ports: Delivering, id: string): Promise<void> {
  const delivery = await ports.readings.delivery(id);
  if (!delivery || (delivery.status !== 'planned' && delivery.status !== 'claimed')) return;
  const { contact } = delivery;
  const owed = await stillOwed(ports, delivery.duties);
  if (owed.length === 0) {
    await toContact(ports, contact, { does: 'drop', delivery: id, because: noLongerOwed });
    return;
  }
  const to = await recipientOf(ports, contact);
  const messenger = to && ports.messengers.get(platformOf(to));
  if (!to || !messenger) {
    await noteUnreachable(ports, delivery, 'no connected platform knows them');
    return;
  }
  const view = viewOf(owed);
  // Drawn before the claim: a card that cannot be drawn is not a message that may have been sent.
  const card = await drawFor(ports, view, contact);
  const claimed = await toContact(ports, contact, { does: 'claim', delivery: id, calendar: calendarFor(ports, to) });
  if (isRefusal(claimed) || !claimed.events.some(({ event }) => event.type === 'DeliveryClaimed')) return;
  await speak(ports, delivery, messenger, { to, view, card, delivery: id });
}

async function speak(
  ports: Delivering,
  { id, contact, duties }: DeliveryRow,
  messenger: Messenger,
  message: Parameters<Messenger['send']>[0],
): Promise<void> {
  try {
    const ref = await messenger.send(message);
    const at = ports.clock.now();
    await ports.messages.add({ ref, contact, view: message.view, at, delivery: id });
    await toContact(ports, contact, { does: 'settle', delivery: id, as: { sent: ref } });
    await noteReachable(ports, contact, duties);
  } catch (error) {
    await settleFailure(ports, { id, contact, duties }, error);
  }
}
