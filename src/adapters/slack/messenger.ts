/** Speaks in Slack: one message to a person or a channel, once; and redraws what stands there. */
import { z } from 'zod';
import type { Card } from '../../domain/card/card.ts';
import type { View } from '../../domain/card/view.ts';
import { DeliveryFailed, type Messenger, type Recipient } from '../../flow/ports/messenger.ts';
import { keptToOurselves, sharedWith } from './channel-sharing.ts';
import { pauseIfCutOff } from './cut-off.ts';
import { beforeSending, deliveryFailed, failureOf } from './failures.ts';
import type { Kit } from './kit.ts';
import { activeAddressOf } from './people.ts';
import { type Rendered, render } from './render.ts';
import { redrawMessage } from './update-message.ts';

export function slackMessenger(kit: Kit): Messenger {
  return {
    platform: 'slack',
    paces: (to) => [
      { key: 'slack/post', every: 200, burst: 5 },
      // One a second for each conversation, whoever they are known as.
      { key: `slack/post/${'person' in to ? to.person.id : to.channel.id}`, every: 1_000, burst: 1 },
    ],
    async hindrance(to) {
      const failed = await ('channel' in to ? channelNow(kit, to.channel.id) : placeOf(kit, to)).then(
        () => undefined,
        beforeSending,
      );
      return failed?.certainty === 'unreachable' ? failed.message : undefined;
    },
    async send({ to, view, card }) {
      const channel = await placeOf(kit, to);
      return post(kit, channel, { view, card });
    },
    redrawing: {
      // Slack takes fifty in any minute for the whole workspace; the others are left for those who look at their card.
      paces: () => [{ key: 'slack/update', every: 1_500, burst: 4 }],
      redraw: (ref, view, card) => redrawMessage(kit, ref, view, card),
    },
  };
}

const posted = z.object({ channel: z.string(), ts: z.string() });

async function post(kit: Kit, channel: string, { view, card }: { view: View; card: Card }) {
  const { text, blocks } = drawn(card, view);
  try {
    const body = { channel, text, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
    const done = posted.parse(await kit.clients.bulk.chat.postMessage(body));
    return { platform: 'slack' as const, conversation: done.channel, message: done.ts };
  } catch (error) {
    await pauseIfCutOff(kit, error);
    throw deliveryFailed(error);
  }
}

/** A card that cannot be drawn was certainly not sent. */
function drawn(card: Card, view: View): Rendered {
  try {
    return render({ card, view, surface: 'message' });
  } catch (error) {
    throw new DeliveryFailed('not sent', `the card could not be drawn: ${failureOf(error).why}`, { cause: error });
  }
}

async function placeOf(kit: Kit, to: Recipient): Promise<string> {
  if ('channel' in to) return openChannel(kit, to.channel.id);
  return activeAddressOf(kit, to.person);
}

async function openChannel(kit: Kit, channel: string): Promise<string> {
  try {
    await keptToOurselves(kit, channel);
    return channel;
  } catch (error) {
    await pauseIfCutOff(kit, error);
    throw beforeSending(error);
  }
}

/** As it is now: who was just told to invite Muster looks again at once. */
async function channelNow(kit: Kit, channel: string): Promise<void> {
  const facts = await kit.channels.ask(channel);
  if (facts.archived) throw new DeliveryFailed('unreachable', 'the channel is archived');
  if (!facts.member) throw new DeliveryFailed('unreachable', 'Muster is not in the channel. Invite it there');
  if (facts.shared && !kit.sharedChannels) throw new DeliveryFailed('unreachable', sharedWith);
}
