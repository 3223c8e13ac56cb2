/** What the review owes, and when: the one list that answers both "what is due now?" and "when do we wake next?". */
import type { Checklist } from '../checklist/checklist.ts';
import { endOfDay } from '../time/zone.ts';
import { channelPosts } from './agenda-channel.ts';
import { closing, lapsing, signOffRequests, summaries } from './agenda-ending.ts';
import { escalations } from './agenda-escalation.ts';
import { judgementRequests } from './agenda-judgement.ts';
import { ownerDuties } from './agenda-owners.ts';
import { type CalendarOf, type Standing, standingOf } from './agenda-standing.ts';
import { unreachableNews } from './agenda-unreachable.ts';
import type { Appointment, Duty } from './duty.ts';
import { isOpen, type Review } from './review.ts';

/**
 * Sorted by time, then key. Duties already noted are left out. A review that is not over always has at least one
 * appointment, to close or to lapse, so it cannot sleep without an alarm.
 */
export function agenda(review: Review, checklist: Checklist, calendarOf: CalendarOf): readonly Appointment[] {
  const standing = standingOf(review, checklist, calendarOf);
  const tells = dutiesOf(standing)
    .filter(({ key }) => !review.duties.has(key))
    .map((duty): Appointment => ({ does: 'tell', ...duty }));
  return [...tells, ...closing(standing), ...lapsing(standing)].sort(byTimeThenKey);
}

function dutiesOf(standing: Standing): readonly Duty[] {
  const always = [...channelPosts(standing), ...unreachableNews(standing), ...summaries(standing)];
  if (!isOpen(standing.review)) return [...always, ...judgementRequests(standing), ...signOffRequests(standing)];
  const { zone, deadline } = standing.review;
  const end = endOfDay(zone, deadline);
  const whileOpen = [...ownerDuties(standing), ...escalations(standing), ...judgementRequests(standing)];
  return [...always, ...whileOpen.filter(({ at }) => at < end)];
}

function byTimeThenKey(a: Appointment, b: Appointment): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
