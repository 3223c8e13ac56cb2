/** Ids and timestamps that never repeat, also while the clock stands still. */
export type Ids = ReturnType<typeof ids>;

export function ids(now: () => number) {
  let count = 0;
  const next = (prefix: string) => {
    count += 1;
    return `${prefix}${count.toString(36).toUpperCase().padStart(8, '0')}`;
  };
  return {
    next,
    /** A message's or an action's, `1795424400.000012`. */
    ts() {
      count += 1;
      return `${Math.floor(now() / 1000)}.${String(count % 1_000_000).padStart(6, '0')}`;
    },
    hash() {
      count += 1;
      return `${Math.floor(now() / 1000)}.${count.toString(16).padStart(8, '0')}`;
    },
    trigger(team: string) {
      count += 1;
      return `${Math.floor(now() / 1000)}.${team.length}${count}.${count.toString(16).padStart(32, '0')}`;
    },
  };
}
