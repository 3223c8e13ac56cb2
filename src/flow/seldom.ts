/** Says each sentence at most once a minute: what somebody outside can cause as often as they like. */
import type { Log } from './ports/log.ts';

const minute = 60_000;

/** `now` in milliseconds, of a clock that only goes forward. */
export function seldom(
  log: Pick<Log, 'warn'>,
  now: () => number = () => performance.now(),
): (sentence: string) => void {
  const last = new Map<string, number>();
  return (sentence) => {
    const before = last.get(sentence);
    if (before !== undefined && now() - before < minute) return;
    last.set(sentence, now());
    log.warn({}, sentence);
  };
}
