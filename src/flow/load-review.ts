/** A review with what its rules need beside it: the checklist it is pinned to, and everybody's calendar. */
import type { Checklist } from '../domain/checklist/checklist.ts';
import type { ContactId, Head, ProgramId, ReviewId } from '../domain/event.ts';
import type { People } from '../domain/people.ts';
import type { Review } from '../domain/review/review.ts';
import type { Calendar } from '../domain/time/calendar.ts';
import type { OpenedAs } from './ports/event-store.ts';
import type { Ports } from './ports.ts';

type Rules = {
  readonly checklist: Checklist;
  readonly people: People;
  /** A person's own; a channel, or somebody unknown, keeps the program's. */
  readonly calendarOf: (contact: ContactId) => Calendar;
};

export type LoadedReview = Rules & { readonly review: Review; readonly head: Head };
export type LoadedRules = Rules & { readonly programId: ProgramId };

type Loading = Pick<Ports, 'store' | 'checklists' | 'directory' | 'calendars'>;

export async function loadReview(ports: Loading, id: ReviewId, since?: number): Promise<LoadedReview | undefined> {
  const current = await ports.store.current({ kind: 'review', id }, since);
  if (!current) return undefined;
  const { state: review, head } = current;
  return { review, head, ...(await rulesOf(ports, review)) };
}

/** For an act, which is decided on the newest state under the stream's lock. */
export async function loadForAct(ports: Loading, id: ReviewId): Promise<LoadedRules | undefined> {
  const opened = await ports.store.openedAs(id);
  return opened && { programId: opened.programId, ...(await rulesOf(ports, opened)) };
}

async function rulesOf(ports: Loading, { zone, checklist: { hash } }: OpenedAs): Promise<Rules> {
  const [checklist, people] = await Promise.all([ports.checklists.byHash(hash), ports.directory.people()]);
  const calendarOf = (contact: ContactId) => ports.calendars.calendarFor(people.get(contact) ?? { zone });
  return { checklist, people, calendarOf };
}
