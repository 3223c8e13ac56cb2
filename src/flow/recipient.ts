/** Whom a contact stands for: a person of the directory, or a program's team channel. */
import type { ContactId, Platform } from '../domain/event.ts';
import type { Calendar } from '../domain/time/calendar.ts';
import type { Recipient } from './ports/messenger.ts';
import type { Ports } from './ports.ts';

export type Reached = { readonly to: Recipient; readonly platform: Platform; readonly calendar: Calendar };

/** Undefined for a person no longer known, or a channel the program no longer has. */
export async function recipientOf(
  ports: Pick<Ports, 'directory' | 'store' | 'calendars'>,
  contact: ContactId,
): Promise<Reached | undefined> {
  const person = (await ports.directory.people()).get(contact);
  if (person) return { to: { person }, platform: person.platform, calendar: ports.calendars.calendarFor(person) };
  const program = await ports.store.current({ kind: 'program', id: contact.replace(/^channel:/, '') });
  const { channel, cadence } = program?.state.settings ?? {};
  if (!channel || !cadence) return undefined;
  // A channel keeps the hours of its program.
  return { to: { channel }, platform: channel.platform, calendar: ports.calendars.calendarFor(cadence) };
}
