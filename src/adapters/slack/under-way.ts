/** What was begun and has not ended, so that whoever closes can wait for it: an act is shown after it was acknowledged. */
export type UnderWay = {
  <T>(work: Promise<T>): Promise<T>;
  /** Resolves once all that was begun has ended, however it did. */
  ended(): Promise<void>;
};

export function underWay(): UnderWay {
  const all = new Set<Promise<unknown>>();
  const begun = <T>(work: Promise<T>): Promise<T> => {
    const over = () => void all.delete(work);
    all.add(work);
    work.then(over, over);
    return work;
  };
  return Object.assign(begun, { ended: async () => void (await Promise.allSettled(all)) });
}
