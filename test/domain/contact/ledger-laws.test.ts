/** Laws 2 and 6 over random interleavings of several workers, crashes, zones and holidays. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isClaimed } from '../../../src/domain/contact/claimed-duties.ts';
import type { Attempt, ContactCommand } from '../../../src/domain/contact/command.ts';
import { type Contact, type Delivery, newContact } from '../../../src/domain/contact/contact.ts';
import { decideContact } from '../../../src/domain/contact/decide.ts';
import type { ContactEvent } from '../../../src/domain/contact/events.ts';
import { evolveContact } from '../../../src/domain/contact/evolve.ts';
import { isOnceADay } from '../../../src/domain/contact/manners.ts';
import { plan } from '../../../src/domain/contact/plan.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { type Duty, dutyKinds } from '../../../src/domain/review/duty.ts';
import type { Calendar } from '../../../src/domain/time/calendar.ts';
import { type Instant, millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { isWorkingMoment } from '../../../src/domain/time/working-time.ts';
import { dateIn } from '../../../src/domain/time/zone.ts';
import { aDuty, recordedContact } from '../../support/given-contact.ts';
import { aCalendar, anInstant } from '../../support/times.ts';

const minute = 60_000;

/** What a worker does next. Each has its own memory: the delivery it believes it is sending. */
const aStep = fc.record({
  worker: fc.nat(2),
  does: fc.constantFrom(
    'duty',
    'duty',
    'plan',
    'plan',
    'claim',
    'claim',
    'claim',
    'send',
    'send',
    'send and die',
    'die',
    'fail',
    'busy',
    'busy',
    'lose',
    'doubt',
    'expire',
    'drop',
  ),
  kind: fc.constantFrom(...dutyKinds),
  review: fc.constantFrom('a', 'b'),
  which: fc.nat(9),
  /** Minutes until then: mostly moments, sometimes days. */
  after: fc.oneof(fc.nat(3), fc.nat(90), fc.nat(4 * 24 * 60)),
});
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

type Said = { readonly at: Instant; readonly duties: readonly Duty[] };

class Workshop {
  contact: Contact;
  readonly open: Duty[] = [];
  readonly said: Said[] = [];
  readonly planned = new Map<string, number>();
  readonly hands: (Delivery | undefined)[] = [];
  private counted = 0;
  readonly calendar: Calendar;
  now: Instant;

  constructor(calendar: Calendar, now: Instant, id: string) {
    this.calendar = calendar;
    this.now = now;
    this.contact = newContact(id);
  }

  command(command: ContactCommand): readonly ContactEvent[] {
    const decision = decideContact(this.contact, command, this.now);
    if (isRefusal(decision)) return [];
    for (const event of decision.events) {
      this.contact = evolveContact(this.contact, recordedContact(event, this.now, this.contact.id));
      if (event.type === 'DeliveryPlanned') {
        for (const { key } of event.duties) this.planned.set(key, (this.planned.get(key) ?? 0) + 1);
      }
    }
    return decision.events;
  }

  step({ worker, does, kind, review, which, after }: Step): void {
    this.now = toInstant(millisecondsOf(this.now) + after * minute);
    const deliveries = [...this.contact.deliveries.keys()];
    const some = deliveries[which % Math.max(1, deliveries.length)] ?? 'none';
    const held = this.hands[worker];
    if (does === 'duty') this.fallDue(kind, review);
    else if (does === 'plan') this.command({ does: 'plan', duties: this.open, calendar: this.calendar });
    else if (does === 'claim') this.claim(worker, some);
    else if (does === 'expire') this.command({ does: 'expire', delivery: some });
    else if (does === 'drop') this.command({ does: 'drop', delivery: some, because: 'answered' });
    else if (held !== undefined) this.finish(worker, held, does);
  }

  fallDue(kind: Duty['kind'], review: string): void {
    this.counted += 1;
    this.open.push(aDuty({ to: this.contact.id, kind, review, ordinal: this.counted, at: this.now }));
  }

  claim(worker: number, delivery: string): void {
    const events = this.command({ does: 'claim', delivery, leaseMinutes: 5, calendar: this.calendar });
    if (events.some(({ type }) => type === 'DeliveryClaimed'))
      this.hands[worker] = this.contact.deliveries.get(delivery);
  }

  finish(
    worker: number,
    { id: delivery, duties, claimedAt }: Delivery,
    how: 'send' | 'send and die' | 'die' | 'fail' | 'busy' | 'lose' | 'doubt',
  ): void {
    this.hands[worker] = undefined;
    const arrives = how === 'send' || how === 'send and die' || (how === 'doubt' && this.said.length % 2 === 0);
    // A platform speaks in the moment it was asked to, so the claim's time is the message's.
    if (arrives) this.said.push({ at: claimedAt ?? expect.fail(), duties });
    if (how === 'send and die' || how === 'die') return;
    const attempts: Record<Exclude<typeof how, 'send and die' | 'die'>, Attempt> = {
      send: { is: 'sent', ref: { platform: 'workspace', conversation: 'anna', message: delivery } },
      fail: { is: 'refused', why: 'no route' },
      // A platform that asks for patience: hours of it, so that other messages come in between.
      busy: {
        is: 'refused',
        why: 'busy',
        again: toInstant(millisecondsOf(this.now) + (this.counted % 9) * 6 * 60 * minute),
      },
      lose: { is: 'unreachable', why: 'gone' },
      doubt: { is: 'uncertain', why: 'no answer' },
    };
    this.command({ does: 'settle', delivery, attempt: attempts[how] });
  }
}

const aContact = fc.constantFrom('anna', 'channel:program');
const aDay = fc.tuple(aCalendar, anInstant, aContact, fc.array(aStep, { maxLength: 120, size: 'max' }));

/** Days on which a busy platform puts off one message after the other, until two of them meet. */
const aPutOffStep = fc.record({
  worker: fc.constant(0),
  does: fc.constantFrom(
    'duty' as const,
    'plan' as const,
    'claim' as const,
    'claim' as const,
    'busy' as const,
    'send' as const,
  ),
  kind: fc.constantFrom('ask' as const, 'remind' as const, 'overdue' as const),
  review: fc.constant('a'),
  which: fc.nat(9),
  after: fc.nat(4 * 60),
});
const aPutOffDay = fc.tuple(aCalendar, anInstant, aContact, fc.array(aPutOffStep, { minLength: 60, maxLength: 120 }));

function work([calendar, now, id, steps]: [Calendar, Instant, string, Step[]]): Workshop {
  const workshop = new Workshop(calendar, now, id);
  for (const step of steps) workshop.step(step);
  return workshop;
}

it('says nothing twice, whoever plans, claims, sends, crashes and expires in whatever order', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const { said, planned } = work(day);
      const keys = said.flatMap(({ duties }) => duties.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
      for (const [key, times] of planned) expect(times, `${key} is in one delivery`).toBe(1);
    }),
    { numRuns: 600 },
  );
});

it('speaks in working hours only, and once a day but for what cannot wait', () => {
  fc.assert(
    fc.property(fc.oneof(aDay, aPutOffDay), (day) => {
      const { said, calendar } = work(day);
      const days = new Set<string>();
      for (const { at, duties } of said) {
        expect(isWorkingMoment(calendar, at), `${at} in ${calendar.zone}`).toBe(true);
        if (!duties.every(isOnceADay)) continue;
        const group = duties[0]?.to.startsWith('channel:') ? duties[0].review : '';
        const date = `${dateIn(calendar.zone, at)} ${group}`;
        expect(days.has(date), `written to on ${date} already`).toBe(false);
        days.add(date);
      }
    }),
    { numRuns: 600 },
  );
});

it('says everything in the end, or can say why not', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const workshop = work(day);
      workshop.hands.length = 0;
      for (let round = 0; round < 200; round += 1) {
        const { contact, open, calendar, now } = workshop;
        const expiring = [...contact.deliveries.values()].map(({ claimedUntil }) => claimedUntil);
        const { wakeAt } = plan(contact, open, calendar, now);
        const due = [...contact.deliveries.values()].filter(({ status }) => status === 'planned').map(({ at }) => at);
        const next = [...expiring, wakeAt, ...due].filter((at) => at !== undefined).toSorted()[0];
        if (next !== undefined && next > now) workshop.now = next;
        workshop.command({ does: 'plan', duties: open, calendar });
        for (const { id, status } of contact.deliveries.values()) {
          if (status === 'claimed') workshop.command({ does: 'expire', delivery: id });
        }
        for (const { id } of [...workshop.contact.deliveries.values()]) {
          workshop.claim(0, id);
          if (workshop.hands[0]) workshop.finish(0, workshop.hands[0], 'send');
        }
      }
      const settled = new Set(['sent', 'uncertain', 'dropped']);
      expect([...workshop.contact.deliveries.values()].filter(({ status }) => !settled.has(status))).toEqual([]);
      expect(workshop.open.filter(({ key }) => !isClaimed(workshop.contact.claimedDuties, key))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
