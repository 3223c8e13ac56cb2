/** Tells every open page of this process that something may have changed. It says nothing more: pages look again. */
export type Notifier = {
  changed(): void;
  /** Another number after every change, in this process and in the one after it. */
  count(): number;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
};

/** Milliseconds: shorter than anybody notices, longer than a page takes to look again. */
const breath = 150;

export function notifier(): Notifier {
  const listeners = new Set<() => void>();
  let pause: NodeJS.Timeout | undefined;
  let more = false;
  // Further than any that was given out before a restart.
  let count = Date.now();
  // The first change is told at once; what follows closely, as in a skipped week, is told together.
  function tell(): void {
    more = false;
    for (const listener of listeners) listener();
    pause = setTimeout(() => {
      pause = undefined;
      if (more) tell();
    }, breath);
    pause.unref();
  }
  return {
    count: () => count,
    changed() {
      count += 1;
      if (pause) more = true;
      else tell();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
