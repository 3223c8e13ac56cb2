/** Shares a room among several: who needs less leaves the rest to the others. Short lines then cost a long one nothing. */
export function sharesOf(needs: readonly number[], room: number): readonly number[] {
  const shares = new Map<number, number>();
  let left = room;
  const byNeed = needs.map((need, at) => ({ need, at })).toSorted((one, other) => one.need - other.need);
  for (const [done, { need, at }] of byNeed.entries()) {
    const share = Math.min(need, Math.floor(left / (needs.length - done)));
    shares.set(at, share);
    left -= share;
  }
  return needs.map((_, at) => shares.get(at) ?? 0);
}
