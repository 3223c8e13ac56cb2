/** Gathers what one contact is still owed over all reviews, and plans when they hear of it and together with what. */
import { type ContactId, isRefusal } from '../domain/event.ts';
import type { Duty } from '../domain/review/duty.ts';
import { isStillOwed } from '../domain/review/still-owed.ts';
import type { Calendar } from '../domain/time/calendar.ts';
import { loadReview } from './load-review.ts';
import type { Ports } from './ports.ts';
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
  const calendar = await calendarOf(ports, contact);
  const planned = await toContact(ports, contact, { does: 'plan', duties: owed, calendar });
  if (isRefusal(planned)) throw new Error(`Contact ${contact} refused to be planned for: ${planned.sentence}`);
  await setAlarms(ports, contact, planned.state);
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

/** A person's own; a channel keeps the zone of its program. */
async function calendarOf(ports: Approaching, contact: ContactId): Promise<Calendar> {
  const person = (await ports.directory.people()).get(contact);
  if (person) return ports.calendars.calendarFor(person);
  const program = await ports.store.current({ kind: 'program', id: contact.replace(/^channel:/, '') });
  return ports.calendars.calendarFor({ zone: program?.state.settings.cadence.zone ?? 'UTC' });
}

async function setAlarms(
  ports: Approaching,
  id: ContactId,
  { deliveries, heldBack }: { deliveries: ReadonlyMap<string, { id: string; status: string; at: string }>; heldBack: ReadonlyMap<string, { until: string }> },
): Promise<void> {
  for (const delivery of deliveries.values()) {
    if (delivery.status === 'planned') await wake(ports, { look: 'delivery', id: delivery.id, at: delivery.at });
  }
  const [next] = [...heldBack.values()].map(({ until }) => until).filter((until) => until > ports.clock.now()).sort();
  if (next) await wake(ports, { look: 'contact', id, at: next });
}
