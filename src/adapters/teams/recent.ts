/** What is known of a message for a while. Forgotten with the process, and the oldest first when there are too many. */
import type { MessageRef } from '../../domain/contact/events.ts';

export type Recent<T> = {
  of(ref: MessageRef): T | undefined;
  set(ref: MessageRef, value: T): void;
  drop(ref: MessageRef): void;
};

export function recent<T>(most: number): Recent<T> {
  const known = new Map<string, T>();
  const keyOf = ({ conversation, message }: MessageRef) => `${conversation} ${message}`;
  return {
    of: (ref) => known.get(keyOf(ref)),
    set(ref, value) {
      known.delete(keyOf(ref));
      known.set(keyOf(ref), value);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
    drop: (ref) => void known.delete(keyOf(ref)),
  };
}
