/** One command to one contact's stream, on Muster's own account. */
import type { Contact } from '../domain/contact/contact.ts';
import type { ContactCommand } from '../domain/contact/command.ts';
import { decideContact } from '../domain/contact/decide.ts';
import type { ContactEvent } from '../domain/contact/events.ts';
import type { ContactId, Decision, Refusal } from '../domain/event.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Changed } from './ports/event-store.ts';
import type { Ports } from './ports.ts';
import { bySchedule } from './soon.ts';

export async function toContact(
  ports: Pick<Ports, 'store'>,
  id: ContactId,
  command: ContactCommand,
): Promise<Changed<'contact'> | Refusal> {
  const decide = (contact: Contact | undefined, at: Instant): Decision<ContactEvent> =>
    decideContact(contact, command, at);
  return ports.store.change({ kind: 'contact', id }, { ...bySchedule, decide });
}
