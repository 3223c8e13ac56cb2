/** Questions many ask at once: whoever asks while an answer is on its way shares the next one, never an older than their question. */
export type AskedTogether = <T>(key: string, ask: () => Promise<T>) => Promise<T>;

type Place = { readonly running: Promise<unknown>; next?: Promise<unknown> };

/** One key is always asked the same. */
export function askedTogether(): AskedTogether {
  const places = new Map<string, Place>();

  function begin<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const running = ask();
    const place: Place = { running };
    places.set(key, place);
    const over = () => void (place.next === undefined && places.get(key) === place && places.delete(key));
    running.then(over, over);
    return running;
  }

  return <T>(key: string, ask: () => Promise<T>) => {
    const place = places.get(key);
    if (!place) return begin(key, ask);
    const again = () => begin(key, ask);
    place.next ??= place.running.then(again, again);
    return place.next as Promise<T>;
  };
}
