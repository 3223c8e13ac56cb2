/**
 * Tokens that were just verified. Teams brings the same one for an hour, and its signature takes longer to verify than an answer
 * to record. It is believed again only with the claims it was verified for, for a minute, and never after its own end.
 */
import type { Activity } from './incoming.ts';

/** What is verified of an activity: the rest of it says nothing about who sent it. */
export type Brought = { readonly authorization: string } & Pick<Activity, 'channelId' | 'serviceUrl'>;

export type Verified = {
  has(brought: Brought): boolean;
  /** `end` is when the token says it ends, in milliseconds since 1970. */
  add(brought: Brought, end: number): void;
};

/** A key that Microsoft withdraws is good for that much longer. */
const aMinute = 60_000;
const mostKnown = 1_000;

export function verified(now: () => number = Date.now): Verified {
  const known = new Map<string, number>();
  return {
    has(brought) {
      const until = known.get(keyOf(brought));
      return until !== undefined && now() < until;
    },
    add(brought, end) {
      if (known.size >= mostKnown) known.clear();
      known.set(keyOf(brought), Math.min(now() + aMinute, end));
    },
  };
}

function keyOf({ authorization, channelId, serviceUrl }: Brought): string {
  return `${authorization}\n${channelId}\n${serviceUrl}`;
}
