/** What the database said last of its time and its redactions, so that the next act need not ask before it writes. */

export type Said = {
  /** Its time with the demo's offset, in milliseconds since 1970. */
  readonly now: number;
  readonly redactions: number;
};
export type LastSaid = {
  hear(said: Said): void;
  /** With the time that has passed here since. Only a guess: whoever writes has it checked in the same statement. */
  guess(): Said | undefined;
};

export function lastSaid(): LastSaid {
  let last: (Said & { readonly heard: number }) | undefined;
  return {
    hear(said) {
      last = { ...said, heard: performance.now() };
    },
    guess: () => last && { now: last.now + performance.now() - last.heard, redactions: last.redactions },
  };
}
