/** What is said once for each activity, however often Teams delivers it. */
import type { Conversations } from '../../flow/ports/conversations.ts';
import { mayHaveArrived } from '../../flow/ports/messenger.ts';
import { Turned } from './turned.ts';

/**
 * Not at all when it was said before, or may have been; again when it failed before. While it is under way here, as it ends;
 * while it is elsewhere nobody knows how it ends, so Teams is told to come back.
 */
export type OnceOnly = (mark: string | undefined, work: () => Promise<void>) => Promise<void>;

type Marks = Pick<Conversations, 'claim' | 'finish' | 'release'>;

export function onceOnly(conversations: Marks): OnceOnly {
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

async function claimed(marks: Marks, mark: string, work: () => Promise<void>): Promise<void> {
  const claim = await marks.claim(mark);
  if (claim === 'under way') throw new Turned(503, 'Muster is just answering this. Try again in a moment.');
  if (claim === 'over') return;
  try {
    await work();
  } catch (error) {
    const perhaps = mayHaveArrived(error);
    await (perhaps ? marks.finish(mark) : marks.release(mark));
    throw error;
  }
  await marks.finish(mark);
}
