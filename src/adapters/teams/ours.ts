/** Accounts this process need not ask Teams about before each press. Another process asks for itself. */
import type { Clock } from '../../flow/ports/clock.ts';

export type Ours = {
  has(account: string): boolean;
  /** Teams showed it to be of our organisation. */
  add(account: string): void;
  /** Teams did not say, and is not asked again for a minute: each press would wait for it. */
  doubt(account: string): void;
};

const mostKnown = 20_000;
const aWhile = 60_000;

export function ours(clock: Pick<Clock, 'now'>): Ours {
  const until = new Map<string, number>();
  const now = () => Date.parse(clock.now());
  function put(account: string, end: number): void {
    if (until.size >= mostKnown) until.clear();
    until.set(account, end);
  }
  return {
    has: (account) => (until.get(account) ?? 0) > now(),
    add: (account) => put(account, Number.POSITIVE_INFINITY),
    doubt: (account) => put(account, now() + aWhile),
  };
}
