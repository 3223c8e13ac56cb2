import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/contact/contact.ts';
import { evolveContact } from '../../../src/domain/contact/evolve.ts';
import { deliveryIdOf, plan } from '../../../src/domain/contact/plan.ts';
import { spoken } from '../../../src/domain/contact/spoken.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import type { DutyKind } from '../../../src/domain/review/duty.ts';
import { aDuty, givenContact, recordedContact } from '../../support/given-contact.ts';
import { weekdays } from '../../support/weekdays.ts';

const calendar = weekdays('Europe/Stockholm');
/** Monday 23 November 2026, in Stockholm's winter time. */
const monday = (time: string) => `2026-11-23T${time}:00.000Z`;
const tuesday = (time: string) => `2026-11-24T${time}:00.000Z`;
const saturday = (time: string) => `2026-11-28T${time}:00.000Z`;

const duty = (kind: DutyKind, ordinal = 1, review = 'review') => aDuty({ kind, ordinal, review, at: monday('08:00') });
const planned = (contact: ReturnType<typeof givenContact>, at: string, ...duties: ReturnType<typeof duty>[]) =>
  contact.when({ does: 'plan', duties, calendar }, at);

function only(deliveries: ReadonlyMap<string, Delivery>): Delivery {
  const [delivery, ...more] = deliveries.values();
  if (!delivery || more.length > 0) throw new Error(`There are ${deliveries.size} deliveries.`);
  return delivery;
}

describe('planning', () => {
  it('gathers what is owed over all reviews into one message', () => {
    const { contact } = planned(
      givenContact(),
      monday('10:00'),
      duty('remind'),
      duty('ask', 1, 'another'),
      duty('escalate to lead'),
    );
    expect(only(contact.deliveries)).toMatchObject({ status: 'planned', at: monday('10:00') });
    expect(only(contact.deliveries).duties).toHaveLength(3);
  });

  it('plans once, however often it is asked', () => {
    const first = planned(givenContact(), monday('10:00'), duty('remind'));
    const again = planned(first, monday('10:01'), duty('remind'));
    expect(again.contact).toBe(first.contact);
    expect(deliveryIdOf([duty('ask'), duty('remind')])).toBe(deliveryIdOf([duty('remind'), duty('ask')]));
  });

  it('waits for working hours, and says so once', () => {
    const early = planned(givenContact(), monday('06:00'), duty('remind'));
    expect(early.events).toEqual([
      {
        type: 'DutiesHeldBack',
        duties: [duty('remind').key],
        because: 'outside working hours',
        until: '2026-11-23T08:00:01.000Z',
      },
    ]);
    expect(planned(early, monday('06:30'), duty('remind')).events).toEqual([]);
    const open = planned(early, '2026-11-23T08:00:01.000Z', duty('remind'));
    expect(only(open.contact.deliveries)).toMatchObject({ heldBefore: 'outside working hours' });
    expect(open.contact.heldBack.size).toBe(0);
  });

  it('says nothing on a free day, not even what cannot wait until tomorrow', () => {
    expect(planned(givenContact(), saturday('10:00'), duty('escalate to lead')).events).toMatchObject([
      { because: 'a free day', until: '2026-11-30T08:00:01.000Z' },
    ]);
  });

  it('lets all reviews that wake at the start of work note what is due, before it speaks', () => {
    expect(planned(givenContact(), '2026-11-23T08:00:00.000Z', duty('remind')).events).toMatchObject([
      { type: 'DutiesHeldBack', until: '2026-11-23T08:00:01.000Z' },
    ]);
  });

  it('writes once a day, but for what cannot wait', () => {
    const sent = planned(givenContact(), monday('10:00'), duty('remind')).sent(monday('10:01'), calendar);
    const later = planned(sent, monday('12:00'), duty('ask', 1, 'another'), duty('handed over'));
    expect(later.events).toMatchObject([
      { type: 'DeliveryPlanned', duties: [{ kind: 'handed over' }] },
      { type: 'DutiesHeldBack', because: 'already written to today', until: '2026-11-24T08:00:01.000Z' },
    ]);
    expect(planned(later, tuesday('08:01'), duty('ask', 1, 'another')).events).toMatchObject([
      { type: 'DeliveryPlanned' },
    ]);
  });

  it('does not count what could not wait as the day’s message', () => {
    const sent = planned(givenContact(), monday('10:00'), duty('escalate to lead')).sent(monday('10:01'), calendar);
    expect(planned(sent, monday('12:00'), duty('remind')).events).toMatchObject([{ type: 'DeliveryPlanned' }]);
  });

  it('posts to a channel review by review, as it happens, and a digest once a day', () => {
    const post = (kind: DutyKind, review: string, ordinal = 1) =>
      aDuty({ to: 'channel:program', kind, review, ordinal, at: monday('08:00') });
    const first = planned(
      givenContact('channel:program'),
      monday('10:00'),
      post('post opening', 'a'),
      post('post digest', 'b'),
    );
    expect(first.contact.deliveries.size).toBe(2);
    const second = planned(
      first,
      monday('11:00'),
      post('post closing', 'b'),
      post('post digest', 'b', 2),
      post('post digest', 'a'),
    );
    expect(second.events.map((event) => event.type)).toEqual(['DeliveryPlanned', 'DeliveryPlanned', 'DutiesHeldBack']);
  });

  it('tells when to look again', () => {
    const { contact } = givenContact();
    expect(plan(contact, [duty('remind')], calendar, monday('06:00')).wakeAt).toBe('2026-11-23T08:00:01.000Z');
    expect(plan(contact, [duty('remind')], calendar, monday('10:00')).wakeAt).toBeUndefined();
    expect(plan(contact, [], calendar, monday('06:00'))).toEqual({ deliveries: [], held: [] });
  });
});

describe('sending', () => {
  const one = planned(givenContact(), monday('10:00'), duty('remind'));
  const delivery = only(one.contact.deliveries).id;
  const claim = { does: 'claim', delivery, leaseMinutes: 5, calendar } as const;
  const ref = { platform: 'workspace', conversation: 'anna', message: '1' } as const;
  const claimed = one.when(claim, monday('10:00'));
  const refuses = (decision: object) => expect(decision).toMatchObject({ refused: 'not possible' });

  it('is claimed by one worker only', () => {
    expect(only(claimed.contact.deliveries)).toMatchObject({
      status: 'claimed',
      attempts: 1,
      claimedUntil: monday('10:05'),
    });
    refuses(claimed.decide(claim, monday('10:01')));
    refuses(claimed.decide(claim, monday('11:00')));
  });

  it('is sent, and that is the end of it', () => {
    const { contact, decide } = claimed.when(
      { does: 'settle', delivery, attempt: { is: 'sent', ref } },
      monday('10:01'),
    );
    expect(only(contact.deliveries)).toMatchObject({ status: 'sent', ref, settledAt: monday('10:01') });
    refuses(decide(claim, monday('10:02')));
    refuses(decide({ does: 'drop', delivery, because: 'too late' }, monday('10:02')));
    refuses(decide({ does: 'settle', delivery, attempt: { is: 'refused', why: 'busy' } }, monday('10:02')));
  });

  it('is uncertain once the lease has run out, and never sent again', () => {
    refuses(claimed.decide({ does: 'expire', delivery }, monday('10:04')));
    const expired = claimed.when({ does: 'expire', delivery }, monday('10:05'));
    expect(only(expired.contact.deliveries).status).toBe('uncertain');
    refuses(expired.decide(claim, monday('10:06')));
    refuses(expired.decide({ does: 'settle', delivery, attempt: { is: 'refused', why: 'no' } }, monday('10:06')));
    const late = expired.when({ does: 'settle', delivery, attempt: { is: 'sent', ref } }, monday('10:06'));
    expect(only(late.contact.deliveries).status).toBe('sent');
  });

  it('is held back when its time comes at night, as after the process was down', () => {
    const { contact, events } = one.when(claim, monday('22:00'));
    expect(events).toEqual([
      { type: 'DeliveryHeldBack', delivery, because: 'outside working hours', until: '2026-11-24T08:00:01.000Z' },
    ]);
    expect(only(contact.deliveries)).toMatchObject({ status: 'planned', at: '2026-11-24T08:00:01.000Z', attempts: 0 });
  });

  it('is held back when the day it slipped to has had its message', () => {
    const wednesday = (time: string) => `2026-11-25T${time}:00.000Z`;
    const attempt = { is: 'refused', why: 'busy', again: wednesday('12:00') } as const;
    const waiting = claimed.when({ does: 'settle', delivery, attempt }, monday('10:01'));
    const other = planned(waiting, tuesday('09:00'), duty('ask')).sentLast(wednesday('09:00'), calendar);
    expect(other.when(claim, wednesday('12:00')).events).toMatchObject([{ because: 'already written to today' }]);
  });

  it('tries again with growing pauses, and then tells that they cannot be reached', () => {
    let trying = one;
    let at = monday('10:00');
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      trying = trying
        .when(claim, at)
        .when({ does: 'settle', delivery, attempt: { is: 'refused', why: 'no route' } }, at);
      const again = only(trying.contact.deliveries).at;
      pauses.push((Date.parse(again) - Date.parse(at)) / 60_000);
      expect(trying.contact.unreachable === undefined, `attempt ${attempt}`).toBe(attempt < 5);
      at = again;
    }
    expect(pauses).toEqual([1, 5, 30, 120, 24 * 60]);
  });

  it('waits as long as a busy platform asks, and does not call that unreachable', () => {
    const attempt = { is: 'refused', why: 'busy', again: monday('10:20') } as const;
    const { contact } = claimed.when({ does: 'settle', delivery, attempt }, monday('10:01'));
    expect(only(contact.deliveries)).toMatchObject({ status: 'planned', at: monday('10:20'), why: 'busy' });
    refuses(claimed.when({ does: 'settle', delivery, attempt }, monday('10:01')).decide(claim, monday('10:19')));
  });

  it('drops single duties that were answered meanwhile, and does not plan them again', () => {
    const two = planned(givenContact(), monday('10:00'), duty('remind'), duty('ask', 1, 'another'));
    const fewer = two.when({ does: 'drop duties', duties: [duty('remind').key], because: 'answered' }, monday('10:01'));
    expect(only(fewer.contact.deliveries).duties).toMatchObject([{ kind: 'ask' }]);
    expect(planned(fewer, tuesday('10:00'), duty('remind')).events).toEqual([]);
    const sent = fewer.sent(monday('10:02'), calendar);
    expect(
      sent.when({ does: 'drop duties', duties: [duty('ask', 1, 'another').key], because: 'late' }, monday('10:03'))
        .events,
    ).toEqual([]);
  });

  it('knows no delivery it never planned', () => {
    expect(isRefusal(givenContact().decide(claim, monday('10:00')))).toBe(true);
  });
});

describe('somebody who cannot be reached', () => {
  const one = planned(givenContact(), monday('10:00'), duty('remind'));
  const delivery = only(one.contact.deliveries).id;
  const claim = { does: 'claim', delivery, leaseMinutes: 5, calendar } as const;
  const gone = one
    .when(claim, monday('10:00'))
    .when({ does: 'settle', delivery, attempt: { is: 'unreachable', why: 'account deactivated' } }, monday('10:00'));

  it('is noted once, and tried again in a day', () => {
    expect(gone.contact.unreachable).toEqual({ why: 'account deactivated', since: monday('10:00') });
    expect(only(gone.contact.deliveries)).toMatchObject({ status: 'planned', at: tuesday('10:00') });
    const still = gone
      .when(claim, tuesday('10:00'))
      .when({ does: 'settle', delivery, attempt: { is: 'unreachable', why: 'account deactivated' } }, tuesday('10:00'));
    expect(still.events.map(({ type }) => type)).toEqual(['DeliveryRefused']);
  });

  it('is not written to anew meanwhile', () => {
    const held = planned(gone, monday('12:00'), duty('escalate to lead'));
    expect(held.events).toMatchObject([
      { type: 'DutiesHeldBack', because: 'cannot be reached', until: tuesday('10:00') },
    ]);
    expect(planned(held, monday('12:01'), duty('escalate to lead')).events).toEqual([]);
  });

  it('is tried with something new a day later when nothing waits to be sent again', () => {
    const lost = gone.when({ does: 'drop', delivery, because: 'answered' }, monday('12:00'));
    expect(planned(lost, tuesday('09:59'), duty('remind', 2)).events).toMatchObject([{ until: tuesday('10:00') }]);
    expect(planned(lost, tuesday('10:00'), duty('remind', 2)).events).toMatchObject([{ type: 'DeliveryPlanned' }]);
  });

  it('hears what waited as soon as they are back', () => {
    const back = evolveContact(gone.contact, recordedContact({ type: 'ContactReachable' }, monday('13:00')));
    expect(back.unreachable).toBeUndefined();
    expect(only(back.deliveries).at).toBe(monday('13:00'));
  });

  it('is back when a message arrives after all', () => {
    const { events } = gone.sent(tuesday('10:00'), calendar);
    expect(events.map(({ type }) => type)).toEqual(['DeliverySent', 'ContactReachable']);
  });
});

it('says of several missed steps of one thing only the last', () => {
  const duties = [
    duty('remind', 1),
    duty('remind', 2),
    duty('overdue', 1),
    duty('handed over', 0),
    duty('handed over', 1),
  ];
  expect(spoken(duties).map(({ kind, ordinal }) => `${kind} ${ordinal}`)).toEqual([
    'remind 2',
    'overdue 1',
    'handed over 0',
    'handed over 1',
  ]);
});
