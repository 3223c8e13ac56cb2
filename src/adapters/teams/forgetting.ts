/** A personal chat that Teams no longer knows is no address any more. */
import type { Kit } from './kit.ts';

/** It is news again when somebody is heard there. */
export async function forget(
  { conversations, placesKnown }: Pick<Kit, 'conversations' | 'placesKnown'>,
  id: string,
): Promise<void> {
  await conversations.forget(id);
  placesKnown.delete(id);
}
