/** When one may speak to a contact: in working hours, on no free day, and once a day unless it cannot wait. */
import type { ContactId } from '../event.ts';
import type { Duty, DutyKind } from '../review/duty.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { addWorkingDays, nextWorkingMoment, startOfWork } from '../time/working-time.ts';
import { dateIn } from '../time/zone.ts';
import { type Contact, type Delivery, isUnderWay } from './contact.ts';
import type { ReasonToHold } from './events.ts';

export type Hold = { readonly because: ReasonToHold; readonly until: Instant };

/** Law 6's exceptions for people, and what a channel is told as it happens. They wait for working hours all the same. */
const asItHappens: ReadonlySet<DutyKind> = new Set<DutyKind>([
  'escalate to accountable',
  'escalate to lead',
  'handed over',
  'request sign-off',
  'post opening',
  'post closing',
  'post sign-off',
]);

export function isOnceADay(duty: Pick<Duty, 'kind'>): boolean {
  return !asItHappens.has(duty.kind);
}

export function isChannel(contact: ContactId): boolean {
  return contact.startsWith('channel:');
}

/** A channel has a message for each review; a person has one for everything. */
export function groupOf(contact: ContactId, duty: Pick<Duty, 'review'>): string {
  return isChannel(contact) ? duty.review : '';
}

export function wrongTime(calendar: Calendar, at: Instant): Hold | undefined {
  const until = nextWorkingMoment(calendar, at);
  if (until === at) return undefined;
  const free = calendar.isFree(dateIn(calendar.zone, at));
  return { because: free ? 'a free day' : 'outside working hours', until };
}

/** Whether the day's message is out already, or about to be. `except` is the delivery that asks. */
export function alreadyWritten(
  contact: Contact,
  { calendar, at, group, except }: { calendar: Calendar; at: Instant; group: string; except?: string },
): Hold | undefined {
  const today = dateIn(calendar.zone, at);
  const written = [...contact.deliveries.values()].some(
    (delivery) =>
      delivery.id !== except &&
      delivery.duties.some((duty) => isOnceADay(duty) && groupOf(contact.id, duty) === group) &&
      takesUp(delivery, today, calendar.zone, except !== undefined),
  );
  if (!written) return undefined;
  return { because: 'already written to today', until: startOfWork(calendar, addWorkingDays(calendar, today, 1)) };
}

/** A refused attempt reached nobody and takes up no day; an uncertain one may have. What is only planned yields to a claim. */
function takesUp(delivery: Delivery, today: string, zone: string, claiming: boolean): boolean {
  if (delivery.status === 'planned') return !claiming && dateIn(zone, delivery.at) <= today;
  const spoke = delivery.status === 'claimed' || delivery.status === 'sent' || delivery.status === 'uncertain';
  return spoke && delivery.claimedAt !== undefined && dateIn(zone, delivery.claimedAt) === today;
}

const aDay = 24 * 60 * 60 * 1000;

/** Somebody who cannot be reached is tried once a day: by what waits to be sent again, else by what is new. */
export function notReachable(contact: Contact, at: Instant): Hold | undefined {
  if (!contact.unreachable) return undefined;
  const deliveries = [...contact.deliveries.values()];
  const waiting = deliveries.filter(isUnderWay).map((delivery) => delivery.at);
  const tried = [contact.unreachable.since, ...deliveries.map(({ claimedAt }) => claimedAt ?? '')].toSorted().at(-1);
  const probe = new Date(Date.parse(tried ?? at) + aDay).toISOString();
  const until = waiting.filter((time) => time > at).toSorted()[0] ?? probe;
  return waiting.length > 0 || until > at ? { because: 'cannot be reached', until: laterThan(at, until) } : undefined;
}

/** A hold always ends later than now, so that who wakes for it finds it changed or waits on. */
function laterThan(at: Instant, until: Instant): Instant {
  return until > at ? until : new Date(Date.parse(at) + aDay).toISOString();
}
