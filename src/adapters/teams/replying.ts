/** Says what somebody waits for: in its turn in that conversation, and again where Teams asks to wait a little. */
import { setTimeout as sleep } from 'node:timers/promises';
import { millisecondsOf } from '../../domain/time/instant.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Address, Connector } from './connector.ts';
import type { Kit } from './kit.ts';
import type { Rendered } from './render.ts';

// Teams waits 15 seconds for us; the turn, these pauses and the posts between them must fit into it.
const patience = 6_000;

/** Resolves with the message's id. Sent again only where Teams said that it took nothing and when to come back. */
export async function postReply(kit: Kit, to: Address, { card, summary }: Rendered): Promise<string> {
  let left = patience;
  for (;;) {
    await inTurn(kit, to.conversation);
    try {
      return await kit.connector.post(to, card, summary);
    } catch (error) {
      const after = error instanceof DeliveryFailed && error.certainty === 'not sent' ? error.retryAfter : undefined;
      if (after === undefined || after > left) throw error;
      left -= after;
      await pauseOf(kit)(after);
    }
  }
}

// Below Teams' 7 in a second and 60 in half a minute: our own messages come on top.
const burst = 4;
const every = 700;
const longest = 4_000;

/** Resolves when the conversation can take one more; after a while in any case, and then Teams says. */
export async function inTurn(kit: Kit, thread: string): Promise<void> {
  const conversation = thread.replace(/;messageid=.*$/, '');
  const next = places.get(kit.connector) ?? new Map<string, number>();
  places.set(kit.connector, next);
  const now = millisecondsOf(kit.clock.now());
  for (const [quiet, at] of next.size >= mostKnown ? next : []) if (at <= now - burst * every) next.delete(quiet);
  const earliest = now - burst * every;
  const at = Math.min(Math.max(next.get(conversation) ?? 0, earliest) + every, now + longest);
  next.set(conversation, at);
  if (at > now) await pauseOf(kit)(at - now);
}

const mostKnown = 20_000;

/** When each conversation was last given a turn, or will be: one list for everybody who speaks through that connector. */
const places = new WeakMap<Connector, Map<string, number>>();

function pauseOf({ pause = sleep }: Kit): (milliseconds: number) => Promise<unknown> {
  return pause;
}
