/** Muster was taken out of a chat or a team. */
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { forget } from './forgetting.ts';
import { hindranceOf } from './hindrance.ts';
import type { From } from './incoming.ts';
import type { OpenKit } from './kit.ts';

export async function sentAway(kit: OpenKit, { conversation, team, type, by }: From): Promise<void> {
  // An admin may have done it.
  const account = (await kit.conversations.byId(conversation))?.account ?? by.account;
  kit.rosters.changed();
  await forget(kit, team ?? conversation);
  // Its channels are forgotten with a team.
  if (team !== undefined) kit.placesKnown.clear();
  if (type === 'personal' && account !== undefined) await noteMissed(kit, account);
}

/** Somebody may be written to all the same, as one who is in a team that has the app: only what Teams says counts. */
async function noteMissed(kit: OpenKit, account: string): Promise<void> {
  const person = await kit.directory.byAddress('teams', account);
  if (!person) return;
  try {
    const why = await hindranceOf(kit, person);
    if (why !== undefined) await kit.desk.noteUnreachable(person.id, why);
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    // Their next message tells.
    kit.log.warn({ why: error.message }, 'Teams could not say whether somebody can still be written to.');
  }
}
