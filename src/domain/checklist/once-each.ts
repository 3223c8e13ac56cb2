/** What follows from a thing and its checklist alone, neither of which ever changes: each is worked out once. */
import type { Checklist } from './checklist.ts';

type Follows<R extends object, C extends object, T> = (one: R, checklist: C) => T;

/** Such as a state of a review, since an event makes another state and changes none; or a prompt. */
export function onceEach<T, R extends object, C extends object = Checklist>(work: Follows<R, C, T>): Follows<R, C, T> {
  const known = new WeakMap<R, { readonly checklist: C; readonly found: T }>();
  return (one, checklist) => {
    const before = known.get(one);
    if (before?.checklist === checklist) return before.found;
    const found = work(one, checklist);
    known.set(one, { checklist, found });
    return found;
  };
}
