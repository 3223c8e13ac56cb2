/** Which duties are in a delivery or were dropped, ever: the guard of law 2, exact and only of keys. */

/**
 * In parts by the review a key begins with, so that claiming one copies that review's keys and not all there ever were.
 * Any other way to part them would do as well: a key is only ever looked for in its own part.
 */
export type ClaimedDuties = ReadonlyMap<string, ReadonlySet<string>>;

export function isClaimed(claimed: ClaimedDuties, key: string): boolean {
  return claimed.get(partOf(key))?.has(key) ?? false;
}

export function withClaimed(claimed: ClaimedDuties, keys: readonly string[]): ClaimedDuties {
  const parts = new Map(claimed);
  for (const part of new Set(keys.map(partOf))) {
    parts.set(part, new Set([...(claimed.get(part) ?? []), ...keys.filter((key) => partOf(key) === part)]));
  }
  return parts;
}

function partOf(key: string): string {
  return key.split('/', 1)[0] ?? key;
}
