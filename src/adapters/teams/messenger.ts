/** Speaks in Teams: one message to a person or a channel, once; and redraws what stands there. */
import type { Messenger } from '../../flow/ports/messenger.ts';
import { accountOf, addressOf } from './addresses.ts';
import { beforeSending } from './failures.ts';
import { fingerprint } from './fingerprint.ts';
import type { Kit } from './kit.ts';
import { render } from './render.ts';

export function teamsMessenger(kit: Kit): Messenger {
  return {
    platform: 'teams',
    paces: (to) => [
      // Teams takes fifty requests a second for an app in a tenant; half is left for those who click.
      { key: `teams/${kit.tenantId}`, every: 40, burst: 20 },
      // And in one conversation 7 in a second, 60 in half a minute, 1,800 an hour.
      { key: `teams/post/${'person' in to ? to.person.id : to.channel.id}`, every: 2_010, burst: 6 },
    ],
    async hindrance(to) {
      // A channel tells of itself only when somebody writes there.
      if ('channel' in to) return undefined;
      const failed = await accountOf(kit, to.person).then(() => undefined, beforeSending);
      return failed?.certainty === 'unreachable' ? failed.message : undefined;
    },
    async send({ to, card }) {
      const address = await addressOf(kit, to);
      const rendered = render({ card });
      const message = await kit.connector.post(address, rendered.card, rendered.summary);
      const ref = { platform: 'teams', conversation: address.conversation, message } as const;
      kit.redraws.stands(ref, fingerprint(card));
      return ref;
    },
    async redraw(ref, _view, card) {
      const part = kit.redraws.partOf(ref);
      const rendered = render({ card, ...(part !== undefined && { part }) });
      kit.redraws.later({ ref, mark: fingerprint(card), rendered });
    },
  };
}
