/** Whether Teams would let Muster write to somebody now. It is asked, and nothing is posted. */
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { accountOf, addressOf, writeTo } from './addresses.ts';
import { isNotFound, isOutOfReach, isPassing } from './failures.ts';
import { wordsOf } from './finding.ts';
import { forget } from './forgetting.ts';
import type { Kit } from './kit.ts';
import { isOurs } from './whose-account.ts';

/** Teams makes their chat only for who has the app, and shows it to nobody before something is written there. */
export async function hindranceOf(kit: Kit, person: Person): Promise<string | undefined> {
  let gone: unknown;
  try {
    const account = await accountOf(kit, person);
    const to = { person };
    const find = () => addressOf(kit, to);
    const member = await writeTo(to, find, async (chat) => {
      try {
        return await kit.connector.member(chat, account);
      } catch (error) {
        // A chat that is no more would be made anew for a message, too.
        if (isNotFound(error)) await forget(kit, chat.conversation);
        gone = error;
        throw error;
      }
    });
    return !member || isOurs(member, kit.tenantId) ? undefined : notAsked;
  } catch (error) {
    if (isOutOfReach(error)) return wordsOf(error);
    // Teams makes no chat for an account that is no more, and does not say why.
    if (isOutOfReach(gone) && error instanceof DeliveryFailed && !isPassing(error)) return wordsOf(gone);
    throw error;
  }
}

const notAsked = 'the account on record is a guest’s, or of another organisation, and Muster asks neither';
