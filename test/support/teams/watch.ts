/** Waiting for what the bot does, always for an event and never for a time. */
import type { Entry } from './journal.ts';
import type { Address } from './telling.ts';
import type { World } from './world.ts';

export function watch({ journal }: World, address: Address) {
  return {
    /** Everything asked, answered and told, in order. */
    entries: journal.entries,
    /** The next entry from now on that fits. */
    next: (fits: (entry: Entry) => boolean) => journal.next(fits),
    /** Until it holds; looked at whenever something happens here. */
    when: (says: string, holds: () => boolean) => journal.until(says, holds),
    /** Until nothing is under way, here or on its way to the bot. What the bot only means to do is not seen. */
    async settled(): Promise<void> {
      do {
        await journal.until('nothing under way', () => address.inFlight === 0);
        await new Promise((resolve) => setImmediate(resolve));
      } while (address.inFlight > 0);
    },
  };
}
