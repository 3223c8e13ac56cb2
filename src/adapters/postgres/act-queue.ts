/** Lets what waits for one stream in this process be written together, and gives each act its own result. */
import { setImmediate } from 'node:timers/promises';
import type { Refusal, Stream, StreamKind } from '../../domain/event.ts';
import { type Act, type Changed, StoreUnavailable } from '../../flow/ports/event-store.ts';
import type { Result } from './decide-batch.ts';
import { keyOf } from './state-cache.ts';

type Waiting<K extends StreamKind> = {
  readonly act: Act<K>;
  readonly resolve: (done: Changed<K> | Refusal) => void;
  readonly reject: (error: unknown) => void;
};

/** Commits, then tells the results of the first acts of those given: as many as it took up, at least one. */
export type Commit = <K extends StreamKind>(
  stream: Stream<K>,
  acts: readonly Act<K>[],
) => Promise<readonly Result<K>[]>;

export type ActQueue = {
  add<K extends StreamKind>(stream: Stream<K>, act: Act<K>): Promise<Changed<K> | Refusal>;
};

/** More would make the one who waits longest wait too long. */
const mostAtOnce = 32;

export function actQueue(commit: Commit): ActQueue {
  const queues = new Map<string, Waiting<never>[]>();
  return {
    add<K extends StreamKind>(stream: Stream<K>, act: Act<K>) {
      return new Promise<Changed<K> | Refusal>((resolve, reject) => {
        const key = keyOf(stream);
        // The key names the kind, so all that waits under it is of that kind.
        const running = queues.get(key) as unknown as Waiting<K>[] | undefined;
        const queue = running ?? [];
        queue.push({ act, resolve, reject });
        if (running) return;
        queues.set(key, queue as unknown as Waiting<never>[]);
        // At the very moment it is found empty, so that nobody is left waiting in a queue that is not drained any more.
        void drain(stream, queue, { commit, emptied: () => queues.delete(key) });
      });
    },
  };
}

type Draining = { readonly commit: Commit; readonly emptied: () => void };

/** Never rejects: every failure belongs to those who wait. */
async function drain<K extends StreamKind>(
  stream: Stream<K>,
  queue: Waiting<K>[],
  { commit, emptied }: Draining,
): Promise<void> {
  let together = mostAtOnce;
  while (queue.length > 0) {
    // What came in the same turn of the loop goes together; on the embedded database others get theirs between two batches.
    await setImmediate();
    const batch = queue.slice(0, together);
    const acts = batch.map(({ act }) => act);
    try {
      const results = await commit(stream, acts);
      settle(queue.splice(0, results.length), results);
      together = mostAtOnce;
    } catch (error) {
      // One act may have brought the batch down: each is then tried alone, so that only the culprit fails.
      if (batch.length > 1 && !(error instanceof StoreUnavailable)) together = 1;
      else for (const waiting of queue.splice(0, batch.length)) waiting.reject(error);
    }
  }
  emptied();
}

function settle<K extends StreamKind>(waiting: readonly Waiting<K>[], results: readonly Result<K>[]): void {
  for (const [index, result] of results.entries()) {
    if ('failed' in result) waiting[index]?.reject(result.failed);
    else waiting[index]?.resolve(result.done);
  }
}
