/** A store that says when something was recorded, so that open pages look again. */
import { isRefusal, type Stream, type StreamKind } from '../domain/event.ts';
import type { Act, EventStore } from '../flow/ports/event-store.ts';

export function announcing(store: EventStore, changed: () => void): EventStore {
  return {
    ...store,
    async change<K extends StreamKind>(stream: Stream<K>, act: Act<K>) {
      const result = await store.change(stream, act);
      if (!isRefusal(result) && result.events.length > 0) changed();
      return result;
    },
  };
}
