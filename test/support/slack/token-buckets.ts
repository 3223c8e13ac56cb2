/** Slack's rate limits: a bucket for each method, and one for each channel where Slack says so. */
import { type MethodFacts, type Pace, perChannel, tiers } from './limits.ts';

type Bucket = { left: number; at: number };

/** Answers the whole seconds to wait, or nothing when the call may go on. A refused call costs no token. */
export function tokenBuckets(now: () => number) {
  const buckets = new Map<string, Bucket>();
  function filled(key: string, { perMinute, burst }: Pace): Bucket {
    const bucket = buckets.get(key) ?? { left: burst, at: now() };
    const passed = Math.max(0, now() - bucket.at);
    const next = { left: Math.min(burst, bucket.left + (passed * perMinute) / 60_000), at: now() };
    buckets.set(key, next);
    return next;
  }
  return function take(method: string, { tier }: MethodFacts, channel: string): number | undefined {
    const paces: [string, Pace | undefined][] = [
      [method, tiers[tier]],
      [`${method} ${channel}`, channel ? perChannel[method] : undefined],
    ];
    const wanted = paces.flatMap(([key, pace]) => (pace ? [{ pace, bucket: filled(key, pace) }] : []));
    const waits = wanted.map(({ pace, bucket }) => ((1 - bucket.left) * 60) / pace.perMinute);
    // A hair below one token is one: the sum of many small refills is not exact.
    const wait = Math.max(...waits);
    if (wait > 1e-6) return Math.max(1, Math.ceil(wait));
    for (const { bucket } of wanted) bucket.left -= 1;
    return undefined;
  };
}
