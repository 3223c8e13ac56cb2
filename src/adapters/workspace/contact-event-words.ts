/** What happened between Muster and one contact, in one sentence. */
import type { ContactEvent } from '../../domain/contact/events.ts';
import { count } from './counted.ts';

export function sayContactEvent(event: ContactEvent): string {
  switch (event.type) {
    case 'DeliveryPlanned':
      return `Planned a message: ${kinds(event.duties.map((duty) => duty.kind))}`;
    case 'DutiesHeldBack':
      return `Held back ${kindsOfKeys(event.duties)}: ${event.because}`;
    case 'DutiesDropped':
      return `Dropped ${kindsOfKeys(event.duties)}: ${event.because}`;
    case 'DeliveryHeldBack':
      return `Held back a message: ${event.because}`;
    case 'DeliveryDropped':
      return `Dropped a message: ${event.because}`;
    case 'DeliveryClaimed':
      return 'Took a message up, to send it';
    case 'DeliverySent':
      return 'Sent a message';
    case 'DeliveryRefused':
      return `A message was refused: ${event.why}`;
    case 'DeliveryUncertain':
      return `A message was perhaps sent: ${event.why}`;
    case 'ContactUnreachable':
      return `Cannot be reached: ${event.why}`;
    case 'ContactReachable':
      return 'Can be reached again';
    default:
      return event satisfies never;
  }
}

/** `remind, overdue` from the keys of duties; a key that says no kind is counted. */
export function kindsOfKeys(keys: readonly string[]): string {
  const named = keys.map((key) => key.split('/')[1]?.replaceAll('-', ' '));
  return named.every((kind) => kind !== undefined) ? kinds(named) : count(keys.length, 'thing');
}

function kinds(named: readonly string[]): string {
  return [...new Set(named)].join(', ');
}
