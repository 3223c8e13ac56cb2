/** A contact folded from what was decided: `given.when(command, at)`, refusals thrown unless asked for by `decide`. */
import type { ContactCommand } from '../../src/domain/contact/command.ts';
import { type Contact, isUnderWay, newContact } from '../../src/domain/contact/contact.ts';
import { decideContact } from '../../src/domain/contact/decide.ts';
import type { ContactEvent } from '../../src/domain/contact/events.ts';
import { evolveContact } from '../../src/domain/contact/evolve.ts';
import { type Decision, isRefusal, type Recorded } from '../../src/domain/event.ts';
import { type Duty, dutyOf } from '../../src/domain/review/duty.ts';
import type { Calendar } from '../../src/domain/time/calendar.ts';
import type { Instant } from '../../src/domain/time/instant.ts';

export type GivenContact = {
  readonly contact: Contact;
  /** What the last command led to. */
  readonly events: readonly ContactEvent[];
  readonly decide: (command: ContactCommand, at: Instant) => Decision<ContactEvent>;
  readonly when: (command: ContactCommand, at: Instant) => GivenContact;
  /** Claims and sends the first delivery that is under way, or the last. */
  readonly sent: (at: Instant, calendar: Calendar) => GivenContact;
  readonly sentLast: (at: Instant, calendar: Calendar) => GivenContact;
};

export function givenContact(id = 'anna'): GivenContact {
  return withContact(newContact(id), []);
}

function withContact(contact: Contact, events: readonly ContactEvent[]): GivenContact {
  const decide = (command: ContactCommand, at: Instant) => decideContact(contact, command, at);
  const when = (command: ContactCommand, at: Instant) => {
    const decision = decide(command, at);
    if (isRefusal(decision)) throw new Error(`Refused to ${command.does}: ${decision.sentence}`);
    const folded = decision.events.reduce((state, event) => evolveContact(state, recordedContact(event, at)), contact);
    return withContact(folded, decision.events);
  };
  const send = (place: 0 | -1) => (at: Instant, calendar: Calendar) => {
    const delivery = [...contact.deliveries.values()].filter(isUnderWay).at(place)?.id ?? 'none';
    const ref = { platform: 'workspace', conversation: contact.id, message: delivery } as const;
    return when({ does: 'claim', delivery, leaseMinutes: 5, calendar }, at).when(
      { does: 'settle', delivery, attempt: { is: 'sent', ref } },
      at,
    );
  };
  return { contact, events, decide, when, sent: send(0), sentLast: send(-1) };
}

export function recordedContact(event: ContactEvent, at: Instant, id = 'anna'): Recorded<ContactEvent> {
  const stream = { kind: 'contact', id } as const;
  return { id: '', stream, version: 1, at, by: 'muster', source: { via: 'schedule' }, event, previous: '', hash: '' };
}

export function aDuty(given: Partial<Omit<Duty, 'key'>> & Pick<Duty, 'kind' | 'at'>): Duty {
  return dutyOf({ review: 'review', to: 'anna', subject: 'anna', ordinal: 1, ...given });
}
