/** A review with what its rules need beside it: the checklist it is pinned to, and everybody's calendar. */
import type { Checklist } from '../domain/checklist/checklist.ts';
import type { ContactId, Head, ReviewId } from '../domain/event.ts';
import type { People } from '../domain/people.ts';
import type { Review } from '../domain/review/review.ts';
import type { Calendar } from '../domain/time/calendar.ts';
import type { Current } from './ports/event-store.ts';
import type { Ports } from './ports.ts';

export type LoadedReview = {
  readonly review: Review;
  readonly head: Head;
  readonly checklist: Checklist;
  readonly people: People;
  /** A person's own; a channel, or somebody unknown, keeps the program's. */
  readonly calendarOf: (contact: ContactId) => Calendar;
};

type Loading = Pick<Ports, 'store' | 'checklists' | 'directory' | 'calendars'>;

export async function loadReview(ports: Loading, id: ReviewId): Promise<LoadedReview | undefined> {
  return withItsRules(ports, await ports.store.current({ kind: 'review', id }));
}

/** For an act, which is decided on the newest state under the stream's lock: the review itself may be outdated here. */
export async function loadForAct(ports: Loading, id: ReviewId): Promise<LoadedReview | undefined> {
  return withItsRules(ports, await ports.store.lastSeen({ kind: 'review', id }));
}

async function withItsRules(ports: Loading, seen: Current<'review'> | undefined): Promise<LoadedReview | undefined> {
  if (!seen) return undefined;
  const { state: review, head } = seen;
  const [checklist, people] = await Promise.all([
    ports.checklists.byHash(review.checklist.hash),
    ports.directory.people(),
  ]);
  const calendarOf = (contact: ContactId) => ports.calendars.calendarFor(people.get(contact) ?? { zone: review.zone });
  return { review, head, checklist, people, calendarOf };
}
