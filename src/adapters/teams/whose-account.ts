/** Which account is whose: by e-mail or user principal name, and only where nobody else could be meant. */
import type { Person } from '../../domain/people.ts';
import type { Member } from './connector.ts';

/** `doubtful`: more than one account bears their address, or more than one person the account's. */
export type Match = { readonly account: string } | 'nobody' | 'doubtful';

export type Among = {
  readonly people: Iterable<Person>;
  readonly members: readonly Member[];
  readonly tenant: string;
};

/** Somebody can set what address an account bears, so two who fit are as good as none. */
export function accountLike(person: Person, { people, members, tenant }: Among): Match {
  const fitting = members.filter((member) => isOurs(member, tenant) && bears(person, member));
  const [member] = fitting;
  if (!member) return 'nobody';
  if (new Set(fitting.map(({ account }) => account)).size > 1) return 'doubtful';
  const others = [...people].filter(({ id, platform }) => platform === 'teams' && id !== person.id);
  const claimed = others.some((other) => bears(other, member) || accountOn(other) === member.account);
  return claimed ? 'doubtful' : { account: member.account };
}

export function bears(person: Person, member: Member): boolean {
  return person.platform === 'teams' && hasAddressOf(person, member);
}

/** Wherever Muster asks them. */
export function hasAddressOf({ email }: Person, { names }: Member): boolean {
  return email !== undefined && names.includes(email.toLowerCase());
}

/** Somebody of another organisation is nobody of ours, whatever their address is. */
export function isOurs(member: Member, tenant: string): boolean {
  return member.account !== '' && !isOfAnother(member, tenant);
}

/** A guest here, or a member elsewhere. */
export function isOfAnother({ guest, tenant: theirs }: Member, tenant: string): boolean {
  return guest || (theirs !== undefined && theirs !== tenant);
}

const account = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The account on record, learnt once or given in the program file. No match ever replaces it. */
export function accountOn({ address }: Person): string | undefined {
  return address !== undefined && account.test(address) ? address.toLowerCase() : undefined;
}
