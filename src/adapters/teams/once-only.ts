/** What is said once for each activity, however often Teams delivers it. */
import type { Conversations } from '../../flow/ports/conversations.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';

/** Not at all when it was said before, or may have been; again when it failed before. While it is under way, as it ends. */
export type OnceOnly = (mark: string | undefined, work: () => Promise<void>) => Promise<void>;

export function onceOnly(conversations: Pick<Conversations, 'claim' | 'release'>): OnceOnly {
  // Whoever asks again meanwhile must not be told that it was said.
  const underWay = new Map<string, Promise<void>>();
  return (mark, work) => {
    if (!mark) return work();
    const first = underWay.get(mark);
    if (first) return first;
    const saying = claimed(conversations, mark, work).finally(() => underWay.delete(mark));
    underWay.set(mark, saying);
    return saying;
  };
}

async function claimed(
  conversations: Pick<Conversations, 'claim' | 'release'>,
  mark: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!(await conversations.claim(mark))) return;
  try {
    await work();
  } catch (error) {
    const perhaps = error instanceof DeliveryFailed && error.certainty === 'uncertain';
    if (!perhaps) await conversations.release(mark);
    throw error;
  }
}
