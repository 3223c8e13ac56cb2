/** Who somebody in Slack is: by their address where it is known, else once by e-mail, and then remembered. */
import { z } from 'zod';
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { pauseIfCutOff } from './cut-off.ts';
import { beforeSending, failureOf } from './failures.ts';
import type { Kit, OpenKit } from './kit.ts';

/** As a payload names somebody. */
export type Named = { readonly user: string; readonly team?: string | undefined };
export type Who = { readonly person: Person } | { readonly stranger: string };

export async function who(kit: OpenKit, { user, team }: Named): Promise<Who> {
  if (team !== undefined && team !== kit.identity.team) {
    return { stranger: `Muster works for ${kit.identity.teamName} only, so nothing was recorded.` };
  }
  const known = await kit.directory.byAddress('slack', user);
  if (known) return { person: known };
  return found(kit, user);
}

const profile = z.object({
  user: z.object({
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    profile: z.object({ email: z.string().optional() }).default({}),
  }),
});

const unknown =
  'Muster does not know you, so nothing was recorded. Ask your review lead to add you, with the e-mail address Slack has.';

async function found(kit: OpenKit, user: string): Promise<Who> {
  try {
    const { user: slackUser } = profile.parse(await kit.clients.lookup.users.info({ user }));
    const email = slackUser.is_bot || slackUser.deleted ? undefined : slackUser.profile.email;
    const person = await byEmail(kit, email);
    if (!person) return { stranger: unknown };
    await kit.directory.learn(person.id, user);
    return { person };
  } catch (error) {
    const { code } = failureOf(error);
    if (code === 'user_not_found' || code === 'user_not_visible') return { stranger: unknown };
    kit.log.warn({ why: failureOf(error).why }, 'Slack could not say who somebody is.');
    return {
      stranger: 'Slack could not tell Muster who you are just now, so nothing was recorded. Try again in a minute.',
    };
  }
}

export async function byEmail({ directory }: Kit, email: string | undefined): Promise<Person | undefined> {
  if (email === undefined) return undefined;
  const wanted = email.toLowerCase();
  const people = [...(await directory.people()).values()];
  return people.find((person) => person.platform === 'slack' && person.email?.toLowerCase() === wanted);
}

const lookedUp = z.object({ user: z.object({ id: z.string(), deleted: z.boolean().default(false) }) });

export const deactivated = 'their Slack account is deactivated';

/** Where to write to them, if it is an account in use. Whoever got another one, under the same e-mail address, is found anew. */
export async function activeAddressOf(kit: Kit, person: Person): Promise<string> {
  const address = await addressOf(kit, person);
  if (await kit.accounts.isActive(address)) return address;
  if (person.email === undefined) throw new DeliveryFailed('unreachable', deactivated);
  const { address: _, ...anew } = person;
  const found = await addressOf(kit, anew).catch((error: unknown) => {
    // Slack finds no deactivated account by e-mail.
    if (error instanceof DeliveryFailed && error.certainty !== 'unreachable') throw error;
    throw new DeliveryFailed('unreachable', deactivated, { cause: error });
  });
  return found;
}

/** As it is known, or else found by e-mail, once. */
export async function addressOf(kit: Kit, person: Person): Promise<string> {
  if (person.address !== undefined) return person.address;
  if (person.email === undefined) {
    throw new DeliveryFailed('unreachable', 'their program file gives neither an e-mail address nor a Slack member id');
  }
  try {
    const { user } = lookedUp.parse(await kit.clients.lookup.users.lookupByEmail({ email: person.email }));
    if (user.deleted) throw new DeliveryFailed('unreachable', deactivated);
    kit.accounts.note(user.id, true);
    await kit.directory.learn(person.id, user.id);
    return user.id;
  } catch (error) {
    await pauseIfCutOff(kit, error);
    throw error instanceof DeliveryFailed ? error : beforeSending(error);
  }
}
