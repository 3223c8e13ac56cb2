/** Ids as Teams makes them, which never repeat, also while the clock stands still. */
export type Ids = ReturnType<typeof ids>;

export function ids(now: () => number) {
  let count = 0;
  const next = () => {
    count += 1;
    return count.toString(36).padStart(6, '0');
  };
  return {
    person: () => `29:1${next()}-${next()}_Xy`,
    personal: () => `a:1${next()}${next()}-Kq`,
    thread: () => `19:${next()}${next()}@thread.tacv2`,
    guid() {
      count += 1;
      return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
    },
    /** A message's: milliseconds, and never the same twice. */
    message() {
      count += 1;
      return String(Math.floor(now()) + count);
    },
    /** Of what happens and is no message, such as a press. */
    happening: () => `f:${next()}-${next()}`,
    token: () => `bot-token-${next()}`,
  };
}
