/** Of which accounts Teams showed this process that they are of our organisation. Another process asks for itself. */
import type { Clock } from '../../flow/ports/clock.ts';

export type Ours = {
  has(account: string): boolean;
  add(account: string): void;
  /** Teams did not say, and is not asked again for a minute: each press would wait for it. */
  doubt(account: string): void;
  /** Teams showed it, or did not say just now. */
  wasAsked(account: string): boolean;
};

const mostKnown = 20_000;
const aWhile = 60_000;
const ever = Number.POSITIVE_INFINITY;

export function ours(clock: Pick<Clock, 'now'>): Ours {
  const until = new Map<string, number>();
  const now = () => Date.parse(clock.now());
  function put(account: string, end: number): void {
    if (until.size >= mostKnown) until.clear();
    until.set(account, end);
  }
  return {
    has: (account) => until.get(account) === ever,
    add: (account) => put(account, ever),
    doubt: (account) => put(account, now() + aWhile),
    wasAsked: (account) => (until.get(account) ?? 0) > now(),
  };
}
