/** When one may speak to a contact: in working hours, on no free day, and once a day unless it cannot wait. */
import type { ContactId } from '../event.ts';
import type { Duty, DutyKind } from '../review/duty.ts';
import type { Calendar } from '../time/calendar.ts';
import { type Instant, type LocalDate, millisecondsOf, toInstant } from '../time/instant.ts';
import { earlierOf, laterOf } from '../time/local-date.ts';
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
  // Whoever leads can still ask somebody else today; tomorrow a day is lost.
  'tell unreachable',
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
export function groupOf({ to, review }: Pick<Duty, 'to' | 'review'>): string {
  return isChannel(to) ? review : to;
}

// Reviews wake side by side at the start of somebody's work. In this second they all note what fell due; without it the
// first would be the day's message, and the rest would wait until tomorrow.
const gathering = 1_000;

/** The moment of a working day from which on one may be spoken to. */
function doorsOpen(calendar: Calendar, date: LocalDate): Instant {
  return toInstant(millisecondsOf(startOfWork(calendar, date)) + gathering);
}

export function wrongTime(calendar: Calendar, at: Instant): Hold | undefined {
  const moment = nextWorkingMoment(calendar, at);
  const until = laterOf(moment, doorsOpen(calendar, dateIn(calendar.zone, moment)));
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
      delivery.duties.some((duty) => isOnceADay(duty) && groupOf(duty) === group) &&
      takesUp(delivery, today, calendar.zone, except !== undefined),
  );
  if (!written) return undefined;
  return { because: 'already written to today', until: doorsOpen(calendar, addWorkingDays(calendar, today, 1)) };
}

/** A refused attempt reached nobody and takes up no day; an uncertain one may have. What is only planned yields to a claim. */
function takesUp(delivery: Delivery, today: string, zone: string, claiming: boolean): boolean {
  if (delivery.status === 'planned') return !claiming && dateIn(zone, delivery.at) <= today;
  const spoke = delivery.status === 'claimed' || delivery.status === 'sent' || delivery.status === 'uncertain';
  return spoke && delivery.claimedAt !== undefined && dateIn(zone, delivery.claimedAt) === today;
}

/** Somebody who cannot be reached is tried once a day: by what waits to be sent again, else by what is new. */
export function notReachable(contact: Contact, at: Instant): Hold | undefined {
  if (!contact.unreachable) return undefined;
  const deliveries = [...contact.deliveries.values()];
  const waiting = deliveries.filter(isUnderWay).map((delivery) => delivery.at);
  const tried = deliveries.map(({ claimedAt }) => claimedAt ?? '').reduce(laterOf, contact.unreachable.since);
  const ends = [...waiting, ...[...waiting, tried].map(aDayAfter)].filter((until) => at < until);
  return ends.length > 0 ? { because: 'cannot be reached', until: ends.reduce(earlierOf) } : undefined;
}

function aDayAfter(at: Instant): Instant {
  return toInstant(millisecondsOf(at) + 24 * 60 * 60 * 1000);
}
