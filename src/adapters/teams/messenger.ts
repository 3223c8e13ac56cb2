/** Speaks in Teams: one message to a person or a channel, once; and redraws what stands there. */
import { DeliveryFailed, type Messenger } from '../../flow/ports/messenger.ts';
import type { Pace } from '../../flow/ports/pacing.ts';
import { accountOf, addressOf, writeTo } from './addresses.ts';
import { beforeSending } from './failures.ts';
import type { Kit } from './kit.ts';
import { render } from './render.ts';
import { redrawMessage } from './update-message.ts';

export function teamsMessenger(kit: Kit): Messenger {
  return {
    platform: 'teams',
    paces: (to) => [everywhere(kit), inOne(`post/${'person' in to ? to.person.id : to.channel.id}`, 5)],
    async hindrance(to) {
      // A channel tells of itself only when somebody writes there.
      if ('channel' in to) return undefined;
      const failed = await accountOf(kit, to.person).then(() => undefined, beforeSending);
      return failed?.certainty === 'unreachable' ? failed.message : undefined;
    },
    async send({ to, card }) {
      const rendered = await beforePosting(kit, async () => render({ card }));
      const find = () => beforePosting(kit, () => addressOf(kit, to));
      return writeTo(to, find, async (there) => {
        const message = await kit.connector.post(there, rendered.card, rendered.summary);
        return { platform: 'teams', conversation: there.conversation, message };
      });
    },
    redrawing: {
      isBusy: (ref) => kit.conversations.isHeld(ref, kit.clock.now()),
      paces: ({ conversation }) => [everywhere(kit), inOne(`update/${conversation}`, 1)],
      redraw: (ref, _view, card) => redrawMessage(kit, ref, card),
    },
  };
}

/** Nothing was posted. What an error of our own says is for the log: the record is for ever. */
async function beforePosting<T>({ log }: Pick<Kit, 'log'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeliveryFailed) throw error;
    log.error({ err: error }, 'Muster failed before it posted a message in Teams.');
    throw new DeliveryFailed('not sent', 'Muster failed before it was sent', { cause: error });
  }
}

/** Teams takes fifty requests a second for an app in a tenant. A first message asks twice, and those who click come first. */
function everywhere({ tenantId }: Kit): Pace {
  return { key: `teams/${tenantId}`, every: 80, burst: 6 };
}

/** And in one conversation 7 in a second, 60 in half a minute, 1,800 an hour: for posts and updates together. */
function inOne(what: string, burst: number): Pace {
  return { key: `teams/${what}`, every: 4_020, burst };
}
