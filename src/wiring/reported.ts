/** Long work that reports as it goes, read as it goes. What it throws is thrown where it is read. */
export async function* reported<T>(work: (report: (item: T) => void) => Promise<unknown>): AsyncGenerator<T> {
  const waiting: T[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  const done = work((item) => {
    waiting.push(item);
    wake();
  }).finally(() => {
    ended = true;
    wake();
  });
  // Read below; until then a rejection must not count as unhandled.
  done.catch(() => undefined);
  while (!ended || waiting.length > 0) {
    const item = waiting.shift();
    if (item !== undefined) yield item;
    else if (!ended) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  await done;
}
