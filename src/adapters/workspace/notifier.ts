/** Tells every open page of this process that something may have changed. It says nothing more: pages look again. */
export type Notifier = {
  changed(): void;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
};

export function notifier(): Notifier {
  const listeners = new Set<() => void>();
  let told = false;
  return {
    // Many changes in one turn of the loop, as after a skipped week, are told once.
    changed() {
      if (told) return;
      told = true;
      setImmediate(() => {
        told = false;
        for (const listener of listeners) listener();
      });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
