/** What somebody is still to hear of a review, and when: an appointment tells when it falls due, which may be in their night. */
import type { ContactId } from '../event.ts';
import type { Appointment, Duty } from '../review/duty.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { laterOf } from '../time/local-date.ts';
import { wrongTime } from './manners.ts';

type Hearing = { readonly contact: ContactId; readonly calendar: Calendar; readonly now: Instant };

/** Each at the moment they would hear of it, soonest first. */
export function ahead(appointments: readonly Appointment[], { contact, calendar, now }: Hearing): readonly Duty[] {
  const theirs = appointments.flatMap((one) => (one.does === 'tell' && one.to === contact ? [one] : []));
  return theirs
    .map(({ does: _, ...duty }) => ({ ...duty, at: heardAt(calendar, laterOf(duty.at, now)) }))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function heardAt(calendar: Calendar, at: Instant): Instant {
  return wrongTime(calendar, at)?.until ?? at;
}
