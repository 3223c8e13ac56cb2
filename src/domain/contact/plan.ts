/** When a contact hears of what is owed to them, and together with what: one message a day, in their working hours. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Duty } from '../review/duty.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { earlierOf } from '../time/local-date.ts';
import { isClaimed } from './claimed-duties.ts';
import type { Contact } from './contact.ts';
import { alreadyWritten, groupOf, type Hold, isOnceADay, notReachable, wrongTime } from './manners.ts';

export type Plan = {
  readonly deliveries: readonly { readonly id: string; readonly duties: readonly Duty[]; readonly at: Instant }[];
  readonly held: readonly (Hold & { readonly duties: readonly Duty[] })[];
  /** When to plan again for what is held. */
  readonly wakeAt?: Instant;
};

/**
 * Deliveries are planned only to be sent now: what must wait stays open and is held, so that everything due by then
 * goes into one message. A duty already in a delivery, or dropped, is left out: planning twice plans once.
 */
export function plan(contact: Contact, duties: readonly Duty[], calendar: Calendar, now: Instant): Plan {
  const groups = new Map<string, Duty[]>();
  for (const duty of duties) {
    if (isClaimed(contact.claimedDuties, duty.key)) continue;
    const group = groupOf(duty);
    groups.set(group, [...(groups.get(group) ?? []), duty]);
  }
  return together([...groups].map(([group, open]) => planGroup(contact, open, { calendar, now, group })));
}

type When = { readonly calendar: Calendar; readonly now: Instant; readonly group: string };

function planGroup(contact: Contact, duties: readonly Duty[], { calendar, now, group }: When): Plan {
  const hold = notReachable(contact, now) ?? wrongTime(calendar, now);
  if (hold) return heldBack(duties, hold);
  const written = alreadyWritten(contact, { calendar, at: now, group });
  const [goes, waits] = written ? apart(duties, isOnceADay) : [duties, []];
  const deliveries = goes.length > 0 ? [{ id: deliveryIdOf(goes), duties: goes, at: now }] : [];
  return together([{ deliveries, held: [] }, ...(written && waits.length > 0 ? [heldBack(waits, written)] : [])]);
}

/** From its duties alone, so that two who plan the same plan one delivery. Fit for an alarm's id. */
export function deliveryIdOf(duties: readonly Pick<Duty, 'key'>[]): string {
  const keys = duties.map(({ key }) => key).toSorted();
  return bytesToHex(sha256(utf8ToBytes(keys.join('\n')))).slice(0, 32);
}

function heldBack(duties: readonly Duty[], hold: Hold): Plan {
  return { deliveries: [], held: [{ ...hold, duties }], wakeAt: hold.until };
}

function together(plans: readonly Plan[]): Plan {
  const wakes = plans.flatMap(({ wakeAt }) => (wakeAt === undefined ? [] : [wakeAt]));
  return {
    deliveries: plans.flatMap(({ deliveries }) => deliveries),
    held: plans.flatMap(({ held }) => held),
    ...(wakes.length > 0 && { wakeAt: wakes.reduce(earlierOf) }),
  };
}

/** Those it is not true of, then those it is true of. */
function apart<T>(all: readonly T[], isSo: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter((one) => !isSo(one)), all.filter(isSo)];
}
