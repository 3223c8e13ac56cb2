/** What was started, to be stopped in the reverse order. */
export type Closings = {
  add(close: () => Promise<void>): void;
  /** One that fails does not keep the others running; the first failure is told after the last was tried. */
  close(): Promise<void>;
};

export function closings(): Closings {
  const started: (() => Promise<void>)[] = [];
  return {
    add: (close) => void started.push(close),
    async close() {
      const failures: unknown[] = [];
      for (const close of started.splice(0).reverse()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Does what begins something. When that fails nothing it started is left running, and its own failure is told. */
export async function orClose<T>(started: Closings, begin: () => Promise<T>): Promise<T> {
  try {
    return await begin();
  } catch (error) {
    // What would not close either follows from why it did not begin.
    await started.close().catch(() => undefined);
    throw error;
  }
}
