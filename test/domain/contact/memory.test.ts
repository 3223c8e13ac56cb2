/** A contact is written to for years: its state stays small, its ledger whole, and law 2 exact. */
import { expect, it } from 'vitest';
import type { ContactCommand } from '../../../src/domain/contact/command.ts';
import { type Contact, newContact } from '../../../src/domain/contact/contact.ts';
import { decideContact } from '../../../src/domain/contact/decide.ts';
import type { ContactEvent } from '../../../src/domain/contact/events.ts';
import { evolveContact } from '../../../src/domain/contact/evolve.ts';
import { touchedBy } from '../../../src/domain/contact/touched.ts';
import { isRefusal, type Recorded } from '../../../src/domain/event.ts';
import type { Duty } from '../../../src/domain/review/duty.ts';
import { addDays } from '../../../src/domain/time/local-date.ts';
import { aDuty, recordedContact } from '../../support/given-contact.ts';
import { weekdays } from '../../support/weekdays.ts';

const calendar = weekdays('UTC');
const days = Array.from({ length: 140 }, (_, index) => addDays('2026-01-05', index));
const dutyOn = (date: string, index: number) =>
  aDuty({ kind: 'remind', review: `review-${Math.floor(index / 20)}`, ordinal: index, at: `${date}T10:00:00.000Z` });

type Past = { readonly contact: Contact; readonly events: readonly Recorded<ContactEvent>[]; readonly told: Duty[] };

/** One message each working day, every one sent. */
function written(): Past {
  let contact = newContact('anna');
  const events: Recorded<ContactEvent>[] = [];
  const told: Duty[] = [];
  const act = (command: ContactCommand, at: string) => {
    const decision = decideContact(contact, command, at);
    if (isRefusal(decision)) throw new Error(decision.sentence);
    for (const event of decision.events) {
      events.push(recordedContact(event, at));
      contact = evolveContact(contact, recordedContact(event, at));
    }
    return decision.events[0];
  };
  for (const [index, date] of days.entries()) {
    const at = `${date}T10:00:00.000Z`;
    const duty = dutyOn(date, index);
    const planned = act({ does: 'plan', duties: [duty], calendar }, at);
    if (planned?.type !== 'DeliveryPlanned') continue;
    const { delivery } = planned;
    act({ does: 'claim', delivery, leaseMinutes: 2, calendar }, at);
    const ref = { platform: 'workspace', conversation: 'anna', message: delivery } as const;
    act({ does: 'settle', delivery, attempt: { is: 'sent', ref } }, at);
    told.push(duty);
  }
  return { contact, events, told };
}

const { contact, events, told } = written();

it('keeps in the state only what a rule may ask for', () => {
  expect(told).toHaveLength(100);
  expect(contact.deliveries.size).toBeLessThanOrEqual(4);
});

it('never says again what it has forgotten the delivery of', () => {
  const again = decideContact(contact, { does: 'plan', duties: told, calendar }, '2026-06-01T10:00:00.000Z');
  expect(again).toEqual({ events: [] });
  const dropped = decideContact(
    contact,
    { does: 'drop duties', duties: told.map(({ key }) => key), because: 'answered' },
    '2026-06-01T10:00:00.000Z',
  );
  expect(dropped).toEqual({ events: [] });
});

it('leaves the whole ledger to be read from the events', () => {
  const { deliveries } = touchedBy(undefined, events);
  expect([...deliveries.values()].map(({ status }) => status)).toEqual(told.map(() => 'sent'));
  expect([...deliveries.values()].flatMap(({ duties }) => duties)).toEqual(told);
});

it('copies the keys of one review and not those of all there ever were', () => {
  const duty = aDuty({ kind: 'ask', review: 'another', at: '2026-06-01T10:00:00.000Z' });
  const planned: ContactEvent = { type: 'DeliveryPlanned', delivery: 'd', duties: [duty], at: duty.at };
  const after = evolveContact(contact, recordedContact(planned, duty.at));
  expect(after.claimedDuties.get('review-0')).toBe(contact.claimedDuties.get('review-0'));
});
