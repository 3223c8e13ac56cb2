/** Asks Slack itself whether it lets us in. Nothing else is believed about that: no event, and no memory of a refusal. */
import { failureOf } from './failures.ts';
import { type Identity, whoWeAre } from './identity.ts';
import type { Kit } from './kit.ts';

export type LetIn =
  | { readonly is: 'in'; readonly identity: Identity }
  | { readonly is: 'cut off'; readonly why: string }
  /** Slack did not say. */
  | { readonly is: 'unknown'; readonly why: string };

export async function askSlack({ clients }: Pick<Kit, 'clients'>): Promise<LetIn> {
  try {
    return { is: 'in', identity: await whoWeAre(clients) };
  } catch (error) {
    const { cutOff, why } = failureOf(error);
    return { is: cutOff ? 'cut off' : 'unknown', why };
  }
}
