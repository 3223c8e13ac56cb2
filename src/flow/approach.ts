/** Gathers what one contact is still owed over all reviews, and plans when they hear of it and together with what. */

import type { Contact } from '../domain/contact/contact.ts';
import { plan } from '../domain/contact/plan.ts';
import { type ContactId, isRefusal } from '../domain/event.ts';
import type { Duty } from '../domain/review/duty.ts';
import { isStillOwed } from '../domain/review/still-owed.ts';
import type { Calendar } from '../domain/time/calendar.ts';
import { loadReview } from './load-review.ts';
import type { Ports } from './ports.ts';
import { recipientOf } from './recipient.ts';
import { wake } from './soon.ts';
import { toContact } from './to-contact.ts';

type Approaching = Pick<
  Ports,
  'store' | 'readings' | 'checklists' | 'directory' | 'calendars' | 'alarms' | 'clock' | 'log'
>;

export async function approach(ports: Approaching, contact: ContactId): Promise<void> {
  const open = await ports.readings.openDuties(contact);
  const owed = await stillOwed(ports, open);
  const moot = open.filter((duty) => !owed.includes(duty)).map(({ key }) => key);
  if (moot.length > 0) await toContact(ports, contact, { does: 'drop duties', duties: moot, because: noLongerOwed });
  const reached = await recipientOf(ports, contact);
  const calendar = reached?.calendar ?? ports.calendars.calendarFor({ zone: 'UTC' });
  const planned = await toContact(ports, contact, { does: 'plan', duties: owed, calendar });
  if (isRefusal(planned)) throw new Error(`Contact ${contact} refused to be planned for: ${planned.sentence}`);
  await setAlarms(ports, planned.state, owed, calendar);
}

export const noLongerOwed = 'answered or settled meanwhile';

/** In the order given. A duty of a review that is gone is owed to nobody. */
export async function stillOwed(
  ports: Pick<Ports, 'store' | 'checklists' | 'directory' | 'calendars'>,
  duties: readonly Duty[],
): Promise<readonly Duty[]> {
  const ids = [...new Set(duties.map(({ review }) => review))];
  const loaded = new Map(await Promise.all(ids.map(async (id) => [id, await loadReview(ports, id)] as const)));
  return duties.filter((duty) => {
    const one = loaded.get(duty.review);
    return one && isStillOwed(duty, one.review, one.checklist);
  });
}

/** Deliveries now, and another look when what is held or still being gathered may be said. */
async function setAlarms(
  ports: Approaching,
  contact: Contact,
  owed: readonly Duty[],
  calendar: Calendar,
): Promise<void> {
  for (const delivery of contact.deliveries.values()) {
    if (delivery.status === 'planned') await wake(ports, { look: 'delivery', id: delivery.id, at: delivery.at });
  }
  const { wakeAt } = plan(contact, owed, calendar, ports.clock.now());
  if (wakeAt) await wake(ports, { look: 'contact', id: contact.id, at: wakeAt });
}
