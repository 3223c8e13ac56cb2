/** Work under one name, one after the other: what was begun later also ends later. What fails stops nobody behind it. */
export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const done = (last.get(name) ?? Promise.resolve()).then(work);
    const quiet = done.then(
      () => undefined,
      () => undefined,
    );
    last.set(name, quiet);
    void quiet.then(() => last.get(name) === quiet && last.delete(name));
    return done;
  };
}
