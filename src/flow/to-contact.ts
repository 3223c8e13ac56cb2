/** One command to one contact's stream, on Muster's own account. */
import type { ContactCommand } from '../domain/contact/command.ts';
import { newContact } from '../domain/contact/contact.ts';
import { decideContact } from '../domain/contact/decide.ts';
import type { ContactId, Refusal } from '../domain/event.ts';
import type { Changed } from './ports/event-store.ts';
import type { Ports } from './ports.ts';
import { bySchedule } from './soon.ts';

export async function toContact(
  ports: Pick<Ports, 'store'>,
  id: ContactId,
  command: ContactCommand,
): Promise<Changed<'contact'> | Refusal> {
  return ports.store.change(
    { kind: 'contact', id },
    { ...bySchedule, decide: (contact, at) => decideContact(contact ?? newContact(id), command, at) },
  );
}
