/** Whether everybody the programs name can be written to: whose account is known, and who has the app. */
import type { Person } from '../../domain/people.ts';
import { peopleNamed } from '../../flow/named.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Ask } from './asking-again.ts';
import type { Member } from './connector.ts';
import { notSaid, ok } from './finding.ts';
import { hindranceOf } from './hindrance.ts';
import type { Kit } from './kit.ts';
import { isDecidedInTeams } from './out-of-reach.ts';
import { accountOn, bears, isOurs } from './whose-account.ts';

export async function peopleFindings(kit: Kit, ask: Ask): Promise<readonly Finding[]> {
  const all = await peopleNamed(kit, 'teams');
  const found: Finding[] = [];
  const unsaid: DeliveryFailed[] = [];
  for (const person of all) {
    const told = await personFinding(kit, ask, person);
    if (told instanceof DeliveryFailed) unsaid.push(told);
    found.push(...(told instanceof DeliveryFailed ? [notSaidOf(person, told)] : told));
  }
  const [first] = unsaid;
  if (first && all.length > 1 && unsaid.length === all.length) return [notSaidOfAny(all.length, first)];
  if (found.length > 0) return found;
  return [ok('teams-people', `Everybody named in the programs can be written to in Teams (${all.length}).`)];
}

/** Resolves with what Teams said instead. */
async function personFinding(kit: Kit, ask: Ask, person: Person): Promise<readonly Finding[] | DeliveryFailed> {
  try {
    const why = await ask(() => hindranceOf(kit, person));
    return findingOf(person, { why, another: await hasAnotherAccount(kit, person) });
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    return error;
  }
}

function notSaidOf({ key, name }: Person, error: DeliveryFailed): Finding {
  return notSaid(`teams-person-${key}`, `${name} has the app`, error);
}

/** All of Teams is silent, which is nobody's own matter. */
function notSaidOfAny(count: number, error: DeliveryFailed): Finding {
  return notSaid('teams-people', `any of the ${count} people named in the programs has the app`, error);
}

type Seen = { readonly why: string | undefined; readonly another: boolean };

function findingOf(person: Person, { why, another }: Seen): readonly Finding[] {
  const { key, name } = person;
  const id = `teams-person-${key}`;
  const more = another ? ` ${anotherToo}` : '';
  if (why !== undefined) {
    const sentence = `${name} cannot be written to: ${why}.${more}`;
    if (isDecidedInTeams(why) && !another) return [{ id, state: 'problem', sentence }];
    return [{ id, state: 'problem', sentence, advice: accountOn(person) === undefined ? notFound : madeAnew }];
  }
  if (!another) return [];
  return [{ id, state: 'attention', sentence: `${name} can be written to.${more}`, advice: madeAnew }];
}

const anotherToo =
  'Another account in Teams than the one on record has their e-mail address; Muster takes it for nobody’s.';
const madeAnew =
  'If they got a new account, write its object id from Microsoft Entra into the program file, as their address. It holds from the next start.';
const notFound =
  'If Teams has another e-mail address of theirs than the program file, correct it there, or write the object id of their account in Microsoft Entra there, as their address.';

/** As somebody has whose account was made anew, or who was given the address of another. */
async function hasAnotherAccount({ rosters, tenantId }: Kit, person: Person): Promise<boolean> {
  const account = accountOn(person);
  if (account === undefined) return false;
  const members = await rosters.everybody().catch(nobodySeen);
  return members.some((member) => isOurs(member, tenantId) && member.account !== account && bears(person, member));
}

/** The findings of the channels tell of a team that does not say who is there. */
function nobodySeen(error: unknown): readonly Member[] {
  if (error instanceof DeliveryFailed) return [];
  throw error;
}
