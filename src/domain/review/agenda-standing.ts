/** Where a review stands, gathered once for all rules of the agenda, so that each is a look-up and none a search. */
import type { Checklist } from '../checklist/checklist.ts';
import { promptOf } from '../checklist/checklist.ts';
import type { PromptId } from '../checklist/prompt.ts';
import type { ContactId, PersonId } from '../event.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { earlierOf, laterOf } from '../time/local-date.ts';
import { isAsked } from './asked.ts';
import { currentAnswer, type Item, type Review } from './review.ts';

export type CalendarOf = (contact: ContactId) => Calendar;

/** An unanswered prompt, since when its owner has it, and by which hand-over if by one. */
export type OpenItem = { readonly item: Item; readonly since: Instant; readonly handover?: number };

export type Standing = {
  readonly review: Review;
  readonly asked: readonly Item[];
  /** Owners appear only with something open: nobody is asked about what was answered. */
  readonly open: ReadonlyMap<PersonId, readonly OpenItem[]>;
  readonly calendarOf: CalendarOf;
  /** The program's: its channel, its deadline, and days that are nobody's in particular. */
  readonly calendar: Calendar;
};

export function standingOf(review: Review, checklist: Checklist, calendarOf: CalendarOf): Standing {
  const asked = [...review.items.values()].filter((item) => isAsked(review, checklist, item));
  const calendar = { ...calendarOf(review.programId), zone: review.zone };
  return { review, asked, open: openByOwner(review, checklist, asked), calendarOf, calendar };
}

/** Since when the owner has had the oldest of it. */
export function sinceOf(open: readonly OpenItem[]): Instant {
  return open.map(({ since }) => since).reduce(earlierOf);
}

export function openByOwner(
  review: Review,
  checklist: Checklist,
  asked: readonly Item[],
): ReadonlyMap<PersonId, readonly OpenItem[]> {
  const open = new Map<PersonId, OpenItem[]>();
  const received = lastHandovers(review);
  for (const item of asked) {
    if (currentAnswer(item)) continue;
    const handover = received.get(item.prompt);
    const calledFor = calledForAt(review, checklist, item);
    const since = handover === undefined ? calledFor : laterOf(calledFor, review.handovers[handover]?.at ?? calledFor);
    const owned = open.get(item.owner) ?? [];
    open.set(item.owner, owned);
    owned.push({ item, since, ...(handover !== undefined && { handover }) });
  }
  return open;
}

/** Of each prompt that changed hands, which hand-over was the last. One that changed nothing is no hand-over. */
function lastHandovers(review: Review): ReadonlyMap<PromptId, number> {
  const last = new Map<PromptId, number>();
  for (const [index, { from, to, prompts }] of review.handovers.entries()) {
    if (from !== to) for (const prompt of prompts) last.set(prompt, index);
  }
  return last;
}

/** From the opening on; or since the answer that calls for it. */
function calledForAt(review: Review, checklist: Checklist, item: Item): Instant {
  const condition = review.items.get(promptOf(checklist, item.prompt).askedIf?.prompt ?? '');
  return (condition && currentAnswer(condition)?.at) ?? review.openedAt;
}
