/** What follows from one state of a review and its checklist: an event makes another state and changes none, so each is worked out once. */
import type { Checklist } from '../checklist/checklist.ts';
import type { Review } from './review.ts';

type Follows<R extends object, T> = (review: R, checklist: Checklist) => T;

export function oncePerReview<T, R extends object = Review>(work: Follows<R, T>): Follows<R, T> {
  const known = new WeakMap<R, { readonly checklist: Checklist; readonly found: T }>();
  return (review, checklist) => {
    const before = known.get(review);
    if (before?.checklist === checklist) return before.found;
    const found = work(review, checklist);
    known.set(review, { checklist, found });
    return found;
  };
}
