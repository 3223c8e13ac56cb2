/** Messages being made what their people see, one update of each after the other. Of what waits only the newest is done. */
import type { MessageRef } from '../../domain/contact/events.ts';
import { mayHaveArrived } from '../../flow/ports/messenger.ts';

export type Keeping = {
  /** Nobody waits for it, so it never rejects. */
  add(ref: MessageRef, work: Work): void;
  /** Begins at once, with those added meanwhile behind it; undefined while another is under way. */
  alone<T>(ref: MessageRef, work: () => Promise<T>): Promise<T> | undefined;
  /** Resolves when nothing of it is under way, or after a while. */
  idle(ref: MessageRef): Promise<void>;
  /** Resolves once all that was begun has ended. */
  ended(): Promise<void>;
};

type Place = {
  /** Whether a newer one waits for it to end. */
  readonly overtaken: () => boolean;
  /** Whether another was put there just before, over whatever stood there when this one was added. */
  readonly after: boolean;
};
/** Resolves with whether it was put there. */
type Work = (place: Place) => Promise<boolean>;

// For a person who waits. An update may take longer: then what they see is put there out of turn.
const aWhile = 3_000;

/** `turn` resolves when the next may begin, wherever it is: until then a newer one takes its place. */
export function keeping(turn: () => Promise<void> = async () => undefined): Keeping {
  // Of this process only: the message’s row keeps apart what two of them draw there.
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Work>();

  function taken(key: string): Work | undefined {
    const next = waiting.get(key);
    waiting.delete(key);
    return next;
  }

  async function run(key: string, first: Work | undefined, before = false): Promise<void> {
    let after = before;
    for (let next = first; next; next = taken(key)) {
      await turn();
      const newest = taken(key) ?? next;
      after = await newest({ overtaken: () => waiting.has(key), after });
    }
    running.delete(key);
  }

  return {
    alone(ref, work) {
      const key = keyOf(ref);
      if (running.has(key)) return undefined;
      const done = work();
      const over = (after: boolean) => run(key, taken(key), after);
      running.set(
        key,
        done.then(
          () => over(true),
          (error) => over(mayHaveArrived(error)),
        ),
      );
      return done;
    },
    add(ref, work) {
      const key = keyOf(ref);
      if (running.has(key)) waiting.set(key, work);
      else running.set(key, run(key, work));
    },
    ended: async () => void (await Promise.all(running.values())),
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
