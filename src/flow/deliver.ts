/** Claims a delivery, drops what was answered meanwhile, and speaks. Nothing is said twice: law 2. */

import type { Card } from '../domain/card/card.ts';
import { markOf } from '../domain/card/mark.ts';
import type { View } from '../domain/card/view.ts';
import type { Attempt } from '../domain/contact/command.ts';
import type { MessageRef } from '../domain/contact/events.ts';
import { spoken } from '../domain/contact/spoken.ts';
import { type ContactId, isRefusal } from '../domain/event.ts';
import type { Duty } from '../domain/review/duty.ts';
import { type Instant, millisecondsOf, toInstant } from '../domain/time/instant.ts';
import { noLongerOwed, stillOwed } from './approach.ts';
import { DeliveryFailed, type Messenger, type Recipient } from './ports/messenger.ts';
import type { DeliveryRow } from './ports/readings.ts';
import type { Ports } from './ports.ts';
import { noteReach } from './reach.ts';
import { recipientOf } from './recipient.ts';
import { drawFor } from './scene.ts';
import { wake } from './soon.ts';
import { toContact } from './to-contact.ts';
import { digestOf, isLiving, viewOfDuties } from './view-of-duties.ts';

type Delivering = Omit<Ports, 'cadences'>;
type Message = Parameters<Messenger['send']>[0];

// Long enough for the slowest platform to answer; after it nobody believes the sender is still at work.
const leaseMinutes = 2;

export async function deliver(ports: Delivering, id: string): Promise<void> {
  const delivery = await ports.readings.delivery(id);
  if (delivery?.status === 'claimed') await toContact(ports, delivery.contact, { does: 'expire', delivery: id });
  if (delivery?.status !== 'planned') return;
  const { contact } = delivery;
  if (!(await stillSaid(ports, delivery))) return;
  const reached = await recipientOf(ports, contact);
  const messenger = reached && ports.messengers.get(reached.platform);
  if (reached && messenger && !(await mayPass(ports, { messenger, to: reached.to, id }))) return;
  const calendar = reached?.calendar ?? ports.calendars.calendarFor({ zone: 'UTC' });
  const claimed = await toContact(ports, contact, { does: 'claim', delivery: id, leaseMinutes, calendar });
  // Somebody else has it, or its time was wrong and it waits for a better one.
  if (isRefusal(claimed) || !claimed.events.some(({ event }) => event.type === 'DeliveryClaimed')) {
    await alarmFor(ports, contact, id);
    return;
  }
  const draft = await draftOf(ports, delivery);
  if (!draft) return;
  const sent =
    reached && messenger ? await attemptTo(ports, messenger, { ...draft, to: reached.to, delivery }) : nobodyThere;
  await settle(ports, delivery, sent);
  if (sent.is === 'sent') await keepMessage(ports, { delivery, draft, ref: sent.ref });
}

type Draft = { readonly view: View; readonly card: Card };

type Some<T> = readonly [T, ...(readonly T[])];

/** What it is still about; undefined, and the delivery dropped, when nobody needs any of it any more. */
async function stillSaid(ports: Delivering, { id, contact, duties }: DeliveryRow): Promise<Some<Duty> | undefined> {
  const [first, ...more] = spoken(await stillOwed(ports, duties));
  if (first) return [first, ...more];
  await toContact(ports, contact, { does: 'drop', delivery: id, because: noLongerOwed });
  return undefined;
}

async function draftOf(ports: Delivering, delivery: DeliveryRow): Promise<Draft | undefined> {
  const said = await stillSaid(ports, delivery);
  if (!said) return undefined;
  const { contact } = delivery;
  const view = await inItsStead(ports, contact, viewOfDuties(said));
  return { view, card: await drawFor(ports, view, { viewer: contact }) };
}

/**
 * An opening that perhaps never came is not said again, and its channel would have no living message: the next digest is it
 * then. It shows all that a digest does.
 */
async function inItsStead({ messages }: Delivering, contact: ContactId, view: View): Promise<View> {
  const review = digestOf(view);
  if (review === undefined) return view;
  const known = await messages.of(contact);
  return known.some((message) => isLiving(message.view, review)) ? view : { show: 'channel', review };
}

/** So that it can be redrawn. Without it the message stands as it was sent, and was sent all the same. */
async function keepMessage(
  { messages, clock }: Delivering,
  { delivery, draft, ref }: { delivery: DeliveryRow; draft: Draft; ref: MessageRef },
): Promise<void> {
  const { view, card } = draft;
  await messages.add({
    ref,
    contact: delivery.contact,
    view,
    at: clock.now(),
    delivery: delivery.id,
    mark: markOf(card),
  });
}

type Passing = { readonly messenger: Messenger; readonly to: Recipient; readonly id: string };

/** Not while the platform is paused, and no faster than it likes. Until then the delivery waits, unclaimed. */
async function mayPass(ports: Delivering, { messenger, to, id }: Passing): Promise<boolean> {
  const paused = await ports.connections.paused();
  // The sweep looks again every minute, so nothing has to be set for when it is back.
  if (paused.some(({ platform }) => platform === messenger.platform)) return false;
  const paces = messenger.paces(to);
  if (paces.length === 0) return true;
  const turn = await ports.pacing.take(paces, ports.clock.now(), id);
  if (!turn.go) await wake(ports, { look: 'delivery', id, at: turn.at });
  return turn.go;
}

const nobodyThere: Attempt = { is: 'unreachable', why: 'no platform that is set up knows them' };

type Attempted = Omit<Message, 'delivery'> & { readonly delivery: DeliveryRow };

async function attemptTo(
  ports: Delivering,
  messenger: Messenger,
  { delivery, ...message }: Attempted,
): Promise<Attempt> {
  try {
    return { is: 'sent', ref: await messenger.send({ ...message, delivery: delivery.id }) };
  } catch (error) {
    return howItFailed(ports, error, delivery.attempts);
  }
}

/** Whatever is not known to have failed before it was sent may have been sent: it is not repeated. */
function howItFailed({ clock, log }: Pick<Ports, 'clock' | 'log'>, error: unknown, attempts: number): Attempt {
  if (!(error instanceof DeliveryFailed)) {
    // What an error of our own says is for the log: the record is for ever.
    log.error({ err: error }, 'Muster failed while it sent a message.');
    return { is: 'uncertain', why: 'Muster failed while it was being sent' };
  }
  const why = error.message;
  if (error.certainty === 'uncertain') return { is: 'uncertain', why };
  if (error.certainty === 'unreachable') return { is: 'unreachable', why };
  const after = pauseAfter(error, attempts);
  return { is: 'refused', why, ...(after !== undefined && { again: later(clock.now(), after) }) };
}

/** As long as the platform said; where it did not say, twice as long each time. `attempts` came before this one. */
function pauseAfter({ retryAfter, guessed }: DeliveryFailed, attempts: number): number | undefined {
  if (retryAfter === undefined || !guessed) return retryAfter;
  return Math.max(retryAfter, Math.min(retryAfter * 2 ** attempts, longestPause));
}

const longestPause = 5 * 60_000;

async function settle(ports: Delivering, delivery: DeliveryRow, attempt: Attempt): Promise<void> {
  const { id, contact, duties } = delivery;
  const settled = await toContact(ports, contact, { does: 'settle', delivery: id, attempt });
  if (isRefusal(settled))
    throw new Error(`Delivery ${id} was ${attempt.is} and could not be noted: ${settled.sentence}`);
  ports.log.info({ delivery: id, attempt: attempt.is }, 'A delivery was attempted.');
  await alarmFor(ports, contact, id);
  const { unreachable } = settled.state;
  for (const review of new Set(duties.map((duty) => duty.review))) {
    await noteReach(ports, review, contact, unreachable?.why);
  }
}

/** A delivery that waits, for a better hour or another attempt, is looked at again then. */
async function alarmFor(ports: Delivering, contact: ContactId, id: string): Promise<void> {
  const current = await ports.store.current({ kind: 'contact', id: contact });
  const delivery = current?.state.deliveries.get(id);
  if (delivery?.status === 'planned') await wake(ports, { look: 'delivery', id, at: delivery.at });
  if (delivery?.status === 'claimed')
    await wake(ports, { look: 'delivery', id, at: delivery.claimedUntil ?? delivery.at });
}

function later(now: Instant, milliseconds: number): Instant {
  return toInstant(millisecondsOf(now) + milliseconds);
}
