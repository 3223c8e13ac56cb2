/** What was made of the same words is not made again, for as long as they are among the newest. */
export type Remembering<V> = (words: string, make: () => V) => V;

/** Twice as many as `most` are kept at most. */
export function remembering<V>(most: number): Remembering<V> {
  let recent = new Map<string, V>();
  let before = recent;
  return (words, make) => {
    const known = recent.get(words);
    if (known !== undefined) return known;
    const value = before.get(words) ?? make();
    if (recent.size >= most) {
      before = recent;
      recent = new Map();
    }
    recent.set(words, value);
    return value;
  };
}
