/** Which part of a long card is looked at in a message. Forgotten with the process: then it shows its first part again. */
import type { MessageRef } from '../../domain/contact/events.ts';

export type Parts = {
  of(ref: MessageRef): number | undefined;
  turn(ref: MessageRef, part: number): void;
};

/** More than are leafed through in a week. */
const mostKnown = 20_000;

export function parts(): Parts {
  const known = new Map<string, number>();
  const keyOf = ({ conversation, message }: MessageRef) => `${conversation} ${message}`;
  return {
    of: (ref) => known.get(keyOf(ref)),
    turn(ref, part) {
      known.delete(keyOf(ref));
      known.set(keyOf(ref), part);
      const [oldest] = known.keys();
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    },
  };
}
