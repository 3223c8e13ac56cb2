/** Who somebody in Teams is: by their account where it is known, else once by e-mail or user principal name, and then remembered. */
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Member } from './connector.ts';
import { ifInReach } from './failures.ts';
import type { From } from './incoming.ts';
import type { Kit, OpenKit } from './kit.ts';
import { dropStrangers, isStillOurs } from './still-ours.ts';
import { cannotTell, ofAnother, type Stranger, strangerLike, unknown } from './strangers.ts';
import { accountLike, accountOn, bears, isOurs, type Match } from './whose-account.ts';

export type Who = { readonly person: Person } | Stranger;

export async function who(kit: OpenKit, from: From): Promise<Who> {
  const { account, id } = from.by;
  const known = account === undefined ? undefined : await kit.directory.byAddress('teams', account);
  if (known) {
    const isOurs = await isStillOurs(kit, known, from);
    // While that was asked somebody may have found it out, or the account may have been given to another.
    const now = account === undefined ? undefined : await kit.directory.byAddress('teams', account);
    return isOurs && now?.id === known.id ? { person: now } : ofAnother;
  }
  try {
    const { serviceUrl, conversation } = from;
    const member = await ifInReach(kit.connector.member({ serviceUrl, conversation }, id));
    const person = member && (await recognised(kit, member));
    if (person && from.type === 'personal') await kit.desk.noteReachable(person.id);
    if (person) return { person };
    return member ? strangerLike(member, (await kit.directory.people()).values(), kit.tenantId) : unknown;
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'Teams could not say who somebody is.');
    return cannotTell;
  }
}

type Knowing = Pick<Kit, 'tenantId' | 'directory' | 'rosters' | 'log'>;

/** Whoever the account is, learnt where it is nobody's yet and can only be theirs. */
export async function recognised(kit: Knowing, member: Member): Promise<Person | undefined> {
  await dropStrangers(kit, [member]);
  if (!isOurs(member, kit.tenantId)) return undefined;
  const people = [...(await kit.directory.people()).values()].filter(({ platform }) => platform === 'teams');
  const known = people.find((each) => accountOn(each) === member.account);
  if (known) return known;
  const person = people.find((each) => bears(each, member));
  if (!person) return undefined;
  if (accountOn(person) !== undefined) {
    kit.log.warn({ person: person.id }, 'Another account in Teams has the address of somebody whose account is known.');
    return undefined;
  }
  return typeof (await matched(kit, person, [member])) === 'object' ? person : undefined;
}

/** Their account, remembered from then on. `also` are at hand beside those on the rosters. */
export async function matched(kit: Knowing, person: Person, also: readonly Member[] = []): Promise<Match> {
  const { directory, rosters, log, tenantId: tenant } = kit;
  const members = [...also, ...(await rosters.everybody())];
  await dropStrangers(kit, members);
  const match = accountLike(person, { people: (await directory.people()).values(), members, tenant });
  if (match === 'doubtful') {
    log.warn({ person: person.id }, 'More than one account or person in Teams has the same address: none is taken.');
  }
  if (typeof match === 'object') await directory.learn(person.id, match.account);
  return match;
}
