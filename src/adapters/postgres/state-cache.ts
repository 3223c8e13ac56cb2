/** Newest states by stream, so that only newer events are read. The least recently used go first. */
import type { Stream, StreamKind } from '../../domain/event.ts';
import type { Current } from '../../flow/ports/event-store.ts';

export type StateCache = {
  get<K extends StreamKind>(stream: Stream<K>): Current<K> | undefined;
  /** How long ago, in milliseconds, what is known was the newest; undefined where nothing is. */
  age(stream: Stream): number | undefined;
  /** `redactions` as counted before the state was read: one with texts redacted since is not kept. */
  put<K extends StreamKind>(stream: Stream<K>, current: Current<K>, redactions: number): void;
  /** States may hold texts of other streams, so whenever anything was redacted all of them are read anew. */
  sawRedactions(count: number): void;
  /** As last counted. */
  redactions(): number;
  drop(stream: Stream): void;
};

/** A review's state is some hundred kilobytes at most, a contact's far less. */
const most = 300;

export function stateCache(): StateCache {
  const states = new Map<string, { readonly current: Current<StreamKind>; readonly at: number }>();
  let redactions = 0;
  return {
    get<K extends StreamKind>(stream: Stream<K>) {
      const key = keyOf(stream);
      const known = states.get(key);
      if (!known) return undefined;
      states.delete(key);
      states.set(key, known);
      // The key names the kind.
      return known.current as Current<K>;
    },
    age(stream) {
      const known = states.get(keyOf(stream));
      return known && performance.now() - known.at;
    },
    put(stream, current, counted) {
      const key = keyOf(stream);
      if (counted !== redactions || (states.get(key)?.current.head.version ?? 0) > current.head.version) return;
      states.delete(key);
      states.set(key, { current, at: performance.now() });
      const [oldest] = states.keys();
      if (states.size > most && oldest !== undefined) states.delete(oldest);
    },
    redactions: () => redactions,
    drop: (stream) => void states.delete(keyOf(stream)),
    sawRedactions(count) {
      if (count === redactions) return;
      redactions = count;
      states.clear();
    },
  };
}

export function keyOf({ kind, id }: Stream): string {
  return `${kind} ${id}`;
}
