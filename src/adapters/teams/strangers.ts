/** What is said to whom Muster cannot take for anybody. Whoever bears an address is told of it, and nothing else follows from it. */
import { platformName } from '../../domain/paused.ts';
import type { Person } from '../../domain/people.ts';
import type { Member } from './connector.ts';
import { accountOn, hasAddressOf, isOfAnother, isOurs } from './whose-account.ts';

/** `asking` is what to say where they asked, and did nothing. */
export type Stranger = { readonly stranger: string; readonly asking: string };

export const unknown = notKnown('To take part, ask your review lead to add you, with the e-mail address Teams has.');

/** No lead can add them. */
export const ofAnother = notKnown(
  'It asks only people of the organisation it works for: guests, and people of other organisations, cannot take part.',
);

function notKnown(then: string): Stranger {
  return {
    stranger: `Muster does not know you, so nothing was recorded. ${then}`,
    asking: `Muster does not know you, so nothing waits for you here. Mention Muster with “status” in a review’s team channel to see how it stands. ${then}`,
  };
}

const now = 'Teams could not tell Muster who you are just now';
export const cannotTell: Stranger = {
  stranger: `${now}, so nothing was recorded. Try again in a minute.`,
  asking: `${now}. Try again in a minute.`,
};

const settle =
  'ask whoever runs Muster, or your review lead, to write the object id of this account in Microsoft Entra into the program file, as your address.';

const anotherAccount = 'This account in Teams is not the one Muster knows under your e-mail address';
const notTheirs: Stranger = {
  stranger: `${anotherAccount}, so nothing was recorded. If you got a new account, ${settle}`,
  asking: `${anotherAccount}. If you got a new account, ${settle}`,
};

const several = 'More than one account or person has your e-mail address, so Muster cannot take you for any';
const doubtful: Stranger = {
  stranger: `${several}, and nothing was recorded. To settle it, ${settle}`,
  asking: `${several}. To settle it, ${settle}`,
};

/** Of a member whom nobody was found to be. */
export function strangerLike(member: Member, among: Iterable<Person>, tenant: string): Stranger {
  if (isOfAnother(member, tenant)) return ofAnother;
  if (!isOurs(member, tenant)) return unknown;
  const theirs = [...among].filter((person) => hasAddressOf(person, member));
  const here = theirs.filter(({ platform }) => platform === 'teams');
  if (here.some((person) => accountOn(person) !== undefined)) return notTheirs;
  if (here.length > 0) return doubtful;
  const [elsewhere] = theirs;
  return elsewhere ? askedElsewhere(elsewhere) : unknown;
}

function askedElsewhere({ platform }: Person): Stranger {
  const name = platformName({ platform });
  const there = `Write to it there; “mine” shows what waits for you.`;
  return {
    stranger: `Muster asks you in ${name}, so nothing was recorded here. ${there}`,
    asking: `Muster asks you in ${name}, so nothing waits for you here. ${there}`,
  };
}
