/** Whose Slack account is active. Slack takes a message to a deactivated one and says nothing, so it is looked at before. */
import { z } from 'zod';
import type { Clients } from './clients.ts';

export type Accounts = {
  isActive(user: string): Promise<boolean>;
  /** Asks Slack now, whatever is known; throws what Slack answers in place of an account. */
  ask(user: string): Promise<boolean>;
  note(user: string, active: boolean): void;
  /** Something happened to it: it is looked at anew. */
  forget(user: string): void;
};

const answer = z.object({ user: z.object({ deleted: z.boolean().default(false) }) });
// Slack tells one of our processes of a change, and perhaps none; the others look again after this long, in milliseconds.
const trusted = 10 * 60_000;
const mostKnown = 20_000;

export function accounts({ lookup }: Pick<Clients, 'lookup'>, now: () => number): Accounts {
  const known = new Map<string, { readonly active: boolean; readonly at: number }>();
  function note(user: string, active: boolean): void {
    known.delete(user);
    known.set(user, { active, at: now() });
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  }
  async function ask(user: string): Promise<boolean> {
    const { deleted } = answer.parse(await lookup.users.info({ user })).user;
    note(user, !deleted);
    return !deleted;
  }
  return {
    note,
    forget: (user) => void known.delete(user),
    ask,
    async isActive(user) {
      const before = known.get(user);
      if (before && now() - before.at < trusted) return before.active;
      try {
        return await ask(user);
      } catch {
        // Slack limits how often one may ask. Better a message too many than an owner not asked.
        return true;
      }
    },
  };
}
