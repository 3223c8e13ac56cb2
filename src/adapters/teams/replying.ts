/** Says what somebody waits for: in its turn in that conversation, and again where Teams asks to wait a little. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Address } from './connector.ts';
import type { Kit } from './kit.ts';
import type { Rendered } from './render.ts';

// Teams waits 15 seconds for us; the turn, these pauses and the posts between them must fit into it.
const patience = 6_000;

/** Resolves with the message's id. Sent again only where Teams said that it took nothing and when to come back. */
export async function postReply(kit: Kit, to: Address, { card, summary }: Rendered): Promise<string> {
  let left = patience;
  for (;;) {
    await kit.turns(to.conversation);
    try {
      return await kit.connector.post(to, card, summary);
    } catch (error) {
      const after = error instanceof DeliveryFailed && error.certainty === 'not sent' ? error.retryAfter : undefined;
      if (after === undefined || after > left) throw error;
      left -= after;
      await (kit.pause ?? sleep)(after);
    }
  }
}
