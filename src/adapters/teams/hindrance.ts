/** Whether Teams would let Muster write to somebody now. It is asked, and nothing is posted. */
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { accountOf, addressOf } from './addresses.ts';
import type { Address, Member } from './connector.ts';
import { isOutOfReach, isPassing } from './failures.ts';
import { wordsOf } from './finding.ts';
import { forget } from './forgetting.ts';
import type { Kit } from './kit.ts';
import { toInstall } from './out-of-reach.ts';
import { isOurs } from './whose-account.ts';

/** Teams makes their chat only for who has the app, and shows it to nobody before something is written there. */
export async function hindranceOf(kit: Kit, person: Person): Promise<string | undefined> {
  try {
    const account = await accountOf(kit, person);
    const chat = await addressOf(kit, { person });
    const member = (await kit.connector.member(chat, account)) ?? (await shownAnew(kit, person, chat));
    if (!member) return `the Muster app is no longer installed for this account. ${toInstall}`;
    return isOurs(member, kit.tenantId)
      ? undefined
      : 'the account on record is a guest’s, or of another organisation, and Muster asks neither';
  } catch (error) {
    if (isOutOfReach(error)) return wordsOf(error);
    throw error;
  }
}

/** A chat that is no more would be made anew for a message, too. */
async function shownAnew(kit: Kit, person: Person, { conversation }: Address): Promise<Member | undefined> {
  await forget(kit, conversation);
  try {
    return await kit.connector.member(await addressOf(kit, { person }), await accountOf(kit, person));
  } catch (error) {
    if (isPassing(error) || !(error instanceof DeliveryFailed)) throw error;
    return undefined;
  }
}
