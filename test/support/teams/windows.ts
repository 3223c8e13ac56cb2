/** How often Teams may be asked: in each conversation, and by the app in the whole tenant. */
import type { Operation } from './operation.ts';

type Window = { readonly most: number; readonly within: number };

const second = 1000;
/** Writing counts in every way it is done; reading who is there may be twice as often. */
const writing: readonly Window[] = [
  { most: 7, within: second },
  { most: 60, within: 30 * second },
  { most: 1800, within: 3600 * second },
];
const reading = writing.map(({ most, within }) => ({ most: most * 2, within }));
const everywhere: readonly Window[] = [{ most: 50, within: second }];

const reads = new Set<Operation>(['members', 'paged members', 'member', 'team', 'channels']);

/** Answers the whole seconds to wait, or nothing when the call may go on. A refused call does not count. */
export function windows(now: () => number) {
  const taken = new Map<string, number[]>();
  function wait(key: string, limits: readonly Window[]): number {
    const times = taken.get(key) ?? [];
    const waits = limits.map(({ most, within }) => {
      const oldest = times.at(-most);
      return oldest === undefined ? 0 : oldest + within - now();
    });
    return Math.max(0, ...waits);
  }
  function take(key: string): void {
    const hour = now() - 3600 * second;
    taken.set(key, [...(taken.get(key) ?? []).filter((time) => time > hour), now()]);
  }
  return function may(operation: Operation, conversation: string): number | undefined {
    const read = reads.has(operation);
    const place = `${read ? 'read' : 'write'} ${conversation}`;
    // A chat that is only being made is no thread yet.
    const there = conversation === '' ? 0 : wait(place, read ? reading : writing);
    const longest = Math.max(there, wait('tenant', everywhere));
    if (longest > 0) return Math.ceil(longest / second);
    take(place);
    take('tenant');
    return undefined;
  };
}
