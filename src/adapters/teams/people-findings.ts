/** Whether everybody the programs name can be written to: whose account is known, and who has the app. */
import type { Person } from '../../domain/people.ts';
import { peopleNamed } from '../../flow/named.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { accountOf, addressOf } from './addresses.ts';
import { ok, wordsOf } from './finding.ts';
import type { Kit } from './kit.ts';
import { isOurs } from './whose-account.ts';

export async function peopleFindings(kit: Kit): Promise<readonly Finding[]> {
  const all = await peopleNamed(kit, 'teams');
  const missing: Finding[] = [];
  for (const person of all) missing.push(...(await personFinding(kit, person)));
  if (missing.length > 0) return missing;
  return [ok('teams-people', `Everybody named in the programs can be written to in Teams (${all.length}).`)];
}

/** Teams makes their chat only for who has the app, and shows it to nobody before something is written there. */
async function personFinding(kit: Kit, person: Person): Promise<readonly Finding[]> {
  try {
    const account = await accountOf(kit, person);
    const chat = await addressOf(kit, { person });
    const member = await kit.connector.member(chat, account);
    if (member && isOurs(member, kit.tenantId)) return [];
    throw new Error(member ? 'the account on record is a guest’s, or of another organisation' : 'the app was removed');
  } catch (error) {
    const sentence = `${person.name} cannot be written to: ${wordsOf(error)}.`;
    return [{ id: `teams-person-${person.key}`, state: 'problem', sentence, advice }];
  }
}

const advice =
  'Let the Teams admin install it for them (Manage apps, Muster, Users and groups, Installs), or correct their e-mail in the program file. The object id of their account in Microsoft Entra, as their address there, settles which it is.';
