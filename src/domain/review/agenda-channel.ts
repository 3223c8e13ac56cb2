/** What the team channel sees: that a review opened, how far it is on digest days, that it closed, that it was signed. */
import type { Instant } from '../time/instant.ts';
import { addDays, weekdayOf } from '../time/local-date.ts';
import { startOfWork } from '../time/working-time.ts';
import { dateIn, endOfDay } from '../time/zone.ts';
import type { Standing } from './agenda-standing.ts';
import { type Duty, type DutyKind, dutyOf } from './duty.ts';
import { isOpen, type Review } from './review.ts';

export function channelPosts(standing: Standing): readonly Duty[] {
  const { review } = standing;
  if (review.channel === undefined) return [];
  const { channel: to } = review;
  const post = (kind: DutyKind, at: Instant, ordinal = 1) =>
    dutyOf({ review: review.id, kind, to, subject: review.id, ordinal, at });
  return [
    ...(isOpen(review) ? [post('post opening', review.openedAt)] : []),
    ...digests(standing).map(({ at, ordinal }) => post('post digest', at, ordinal)),
    ...(review.closed ? [post('post closing', review.closed.at)] : []),
    ...(review.status === 'signed off' && review.signOff
      ? [post('post sign-off', review.signOff.at, signOffOrdinal(review))]
      : []),
  ];
}

export function signOffOrdinal(review: Review): number {
  return review.timesVoided + 1;
}

/** Each digest weekday has its number whether or not it is a free day, so that a new holiday renumbers nothing. */
function digests({ review, calendar }: Standing): readonly { readonly at: Instant; readonly ordinal: number }[] {
  if (review.status !== 'open') return [];
  const end = endOfDay(review.zone, review.deadline);
  const found = [];
  let ordinal = 0;
  for (let day = addDays(dateIn(review.zone, review.openedAt), 1); day <= review.deadline; day = addDays(day, 1)) {
    if (!review.policy.digest.includes(weekdayOf(day))) continue;
    ordinal += 1;
    if (!calendar.isFree(day)) found.push({ at: startOfWork(calendar, day), ordinal });
  }
  return found.filter(({ at }) => at < end);
}
