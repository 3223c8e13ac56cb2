/** One thing after another: a press while an earlier one is under way waits its turn and is never lost. */
let last: Promise<void> = Promise.resolve();
const waiting = new Set<string>();

/** The same key twice is one, as long as the first has not been done. */
export function inTurn(key: string, act: () => Promise<void>): Promise<void> {
  if (waiting.has(key)) return last;
  waiting.add(key);
  last = last.then(act).finally(() => waiting.delete(key));
  last = last.catch(() => undefined);
  return last;
}
