/** Messages being made what their people see, one update of each after the other. Of what waits only the newest is done. */
import type { MessageRef } from '../../domain/contact/events.ts';

export type Keeping = {
  /** Nobody waits for it, so it never rejects. */
  add(ref: MessageRef, work: () => Promise<void>): void;
  /** Resolves when nothing of it is under way, or after a while. */
  idle(ref: MessageRef): Promise<void>;
};

// Longer than an update takes, and short enough for a person who waits.
const aWhile = 3_000;

/** `turn` resolves when the next may begin, wherever it is: until then a newer one takes its place. */
export function keeping(turn: () => Promise<void> = async () => undefined): Keeping {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, () => Promise<void>>();

  async function run(key: string, work: () => Promise<void>): Promise<void> {
    let next: typeof work | undefined = work;
    while (next) {
      await turn();
      const newest = waiting.get(key) ?? next;
      waiting.delete(key);
      await newest();
      next = waiting.get(key);
      waiting.delete(key);
    }
    running.delete(key);
  }

  return {
    add(ref, work) {
      const key = keyOf(ref);
      if (running.has(key)) waiting.set(key, work);
      else running.set(key, run(key, work));
    },
    async idle(ref) {
      const busy = running.get(keyOf(ref));
      if (!busy) return;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, aWhile);
      });
      await Promise.race([busy, late]);
      clearTimeout(timer);
    },
  };
}

function keyOf({ conversation, message }: MessageRef): string {
  return `${conversation} ${message}`;
}
