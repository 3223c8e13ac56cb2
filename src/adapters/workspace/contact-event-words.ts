/** What happened between Muster and one contact, in one sentence. */
import { dutyInWords } from '../../domain/card/duty-in-words.ts';
import type { ContactEvent } from '../../domain/contact/events.ts';
import { type DutyKind, dutyKinds } from '../../domain/review/duty.ts';
import { count } from './counted.ts';
import type { Names } from './names.ts';

export function sayContactEvent(event: ContactEvent, { contact }: Names): string {
  switch (event.type) {
    case 'DeliveryPlanned':
      return `Planned a message to ${contact}: ${kindsInWords(event.duties)}`;
    case 'DutiesHeldBack':
      return `Held back from ${contact}, ${event.because}: ${kindsOfKeys(event.duties)}`;
    case 'DutiesDropped':
      return `Not said to ${contact}, ${event.because}: ${kindsOfKeys(event.duties)}`;
    case 'DeliveryHeldBack':
      return `Held back a message to ${contact}: ${event.because}`;
    case 'DeliveryDropped':
      return `Dropped a message to ${contact}: ${event.because}`;
    case 'DeliveryClaimed':
      return `Took up a message to ${contact}`;
    case 'DeliverySent':
      return `Sent a message to ${contact}`;
    case 'DeliveryRefused':
      return `A message to ${contact} was refused: ${event.why}`;
    case 'DeliveryUncertain':
      return `A message to ${contact} was perhaps sent: ${event.why}`;
    case 'ContactUnreachable':
      return `${capital(contact)} cannot be reached: ${event.why}`;
    case 'ContactReachable':
      return `${capital(contact)} can be reached again`;
    default:
      return event satisfies never;
  }
}

/** `Reminder, Overdue notice`, each kind once. */
export function kindsInWords(duties: readonly { readonly kind: DutyKind }[]): string {
  return [...new Set(duties.map(({ kind }) => dutyInWords(kind)))].join(', ');
}

/** The same from the keys of duties, whose second part is the kind; keys that say none are counted. */
export function kindsOfKeys(keys: readonly string[]): string {
  const kinds = keys.map((key) => dutyKinds.find((kind) => kind === key.split('/')[1]));
  if (!kinds.every((kind) => kind !== undefined)) return count(keys.length, 'thing');
  return kindsInWords(kinds.map((kind) => ({ kind })));
}

function capital(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase('en')}${text.slice(1)}`;
}
