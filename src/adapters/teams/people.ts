/** Who somebody in Teams is: by their account where it is known, else once by e-mail or user principal name, and then remembered. */
import type { Person } from '../../domain/people.ts';
import type { Directory } from '../../flow/ports/directory.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Member } from './connector.ts';
import type { From } from './incoming.ts';
import type { OpenKit } from './kit.ts';
import type { TeamsOptions } from './options.ts';

export type Who = { readonly person: Person } | { readonly stranger: string };

const unknown =
  'Muster does not know you, so nothing was recorded. Ask your review lead to add you, with the e-mail address Teams has.';
const cannotTell = 'Teams could not tell Muster who you are just now, so nothing was recorded. Try again in a minute.';

export async function who(kit: OpenKit, from: From): Promise<Who> {
  const { account, id } = from.by;
  const known = account === undefined ? undefined : await kit.directory.byAddress('teams', account);
  if (known) return { person: known };
  try {
    const member = await kit.connector.member({ serviceUrl: from.serviceUrl, conversation: from.conversation }, id);
    const person = member && (await recognised(kit, member));
    return person ? { person } : { stranger: unknown };
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'Teams could not say who somebody is.');
    return { stranger: cannotTell };
  }
}

type Knowing = Pick<TeamsOptions, 'tenantId'> & { readonly directory: Pick<Directory, 'people' | 'learn'> };

/** Learns their account. Somebody of another organisation is nobody of ours, whatever their address is. */
export async function recognised(kit: Knowing, member: Member): Promise<Person | undefined> {
  const person = matching([...(await kit.directory.people()).values()], member, kit.tenantId);
  if (person && person.address !== member.account) await kit.directory.learn(person.id, member.account);
  return person;
}

export function matching(people: readonly Person[], member: Member, tenant: string): Person | undefined {
  if (member.account === '' || (member.tenant !== undefined && member.tenant !== tenant)) return undefined;
  return people.find(
    ({ platform, email }) => platform === 'teams' && email !== undefined && member.names.includes(email.toLowerCase()),
  );
}
