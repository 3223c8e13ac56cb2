/** What follows from two things alone, neither of which ever changes: it is worked out once. */
import type { Checklist } from './checklist.ts';

type Follows<R extends object, C extends object, T> = (one: R, by: C) => T;

/** Such as a state of a review, since an event makes another state and changes none; and its checklist. */
export function onceEach<T, R extends object, C extends object = Checklist>(work: Follows<R, C, T>): Follows<R, C, T> {
  const known = new WeakMap<R, { readonly by: C; readonly found: T }>();
  return (one, by) => {
    const before = known.get(one);
    if (before?.by === by) return before.found;
    const found = work(one, by);
    known.set(one, { by, found });
    return found;
  };
}
