/**
 * Whether an account on record may be there at all. What was learnt before guests were told apart, or written into a program
 * file, may be a guest's, and a guest is nobody of ours: such a binding is dropped where Teams shows it.
 */
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Member } from './connector.ts';
import { ifInReach } from './failures.ts';
import type { From } from './incoming.ts';
import type { Kit, OpenKit } from './kit.ts';
import { accountOn, isOurs } from './whose-account.ts';

// Somebody waits; where Teams does not say, they are who they were before.
const patience = 2_000;

export async function isStillOurs(kit: OpenKit, person: Person, from: From): Promise<boolean> {
  const account = accountOn(person);
  if (account === undefined || kit.ours.wasAsked(account)) return true;
  const found = shown(kit, from).then((member) => believed(kit, { person, account }, member));
  const inTime = await soon(found);
  if (inTime !== undefined) return inTime;
  kit.ours.doubt(account);
  // What Teams says later still counts, from the next press on.
  const noted = found
    .catch((error) => kit.log.error({ err: error, person: person.id }, 'Whether somebody is a guest was not noted.'))
    .finally(() => kit.underWay.delete(noted));
  kit.underWay.add(noted);
  return true;
}

type OnRecord = { readonly person: Person; readonly account: string };

async function believed(kit: OpenKit, { person, account }: OnRecord, member: Member | undefined): Promise<boolean> {
  if (member?.account !== account) kit.ours.doubt(account);
  else if (!noteOurs(kit, member)) {
    await drop(kit, person, account);
    return false;
  }
  return true;
}

/** Says whether they are. */
export function noteOurs({ ours, tenantId }: Pick<Kit, 'ours' | 'tenantId'>, member: Member): boolean {
  if (!isOurs(member, tenantId)) return false;
  ours.add(member.account);
  return true;
}

/** Nobody of those who are not ours is anybody on record. */
export async function dropStrangers(
  kit: Pick<Kit, 'tenantId' | 'directory' | 'log'>,
  members: readonly Member[],
): Promise<void> {
  const strangers = new Set(members.filter((one) => !isOurs(one, kit.tenantId)).map(({ account }) => account));
  if (strangers.size === 0) return;
  for (const person of (await kit.directory.people()).values()) {
    const account = person.platform === 'teams' ? accountOn(person) : undefined;
    if (account !== undefined && strangers.has(account)) await drop(kit, person, account);
  }
}

async function drop({ directory, log }: Pick<Kit, 'directory' | 'log'>, person: Person, account: string) {
  await directory.unlearn(person.id, account);
  log.warn({ person: person.id }, 'The account on record in Teams was a guest’s or of elsewhere, and is forgotten.');
}

async function shown({ connector, log }: OpenKit, { serviceUrl, conversation, by }: From): Promise<Member | undefined> {
  try {
    return await ifInReach(connector.member({ serviceUrl, conversation }, by.id));
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    log.warn({ why: error.message }, 'Teams could not say whether somebody is a guest.');
    return undefined;
  }
}

async function soon<T>(asking: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([asking, late]);
  } finally {
    clearTimeout(timer);
  }
}
