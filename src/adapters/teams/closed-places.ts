/** Conversations Muster was told not to write in. Its cards there stay outdated, and are tried again after a long pause. */
import { millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { Kit } from './kit.ts';

type Places = Pick<Kit, 'conversations' | 'clock'>;

// The app may be blocked or taken away for an afternoon, and the message stands there still.
const aLongPause = 60 * 60_000;

export async function close({ conversations, clock }: Places, conversation: string): Promise<void> {
  await conversations.hold(all(conversation), toInstant(millisecondsOf(clock.now()) + aLongPause));
}

export function isClosed({ conversations, clock }: Places, conversation: string): Promise<boolean> {
  return conversations.isHeld(all(conversation), clock.now());
}

/** Muster was let in there. */
export async function open({ conversations }: Places, conversation: string): Promise<void> {
  await conversations.letGo(all(conversation));
}

/** Teams took something there. A place is seldom closed, so it is asked each time and written only then. */
export async function openIfClosed(places: Places, conversation: string): Promise<void> {
  if (await isClosed(places, conversation)) await open(places, conversation);
}

/** No message of Teams has that id. */
function all(conversation: string) {
  return { conversation, message: '*' };
}
