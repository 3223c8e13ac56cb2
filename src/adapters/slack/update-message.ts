/** Redraws one message by chat.update. */
import type { Card } from '../../domain/card/card.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import { pauseIfCutOff } from './cut-off.ts';
import { deliveryFailed, failureOf } from './failures.ts';
import type { Kit } from './kit.ts';
import { type Rendered, render } from './render.ts';

/** Whoever deleted a message, or took us out of its channel, does not want it redrawn. */
const gone = new Set([
  'message_not_found',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'cant_update_message',
  'is_inactive',
  'edit_window_closed',
]);

export async function redrawMessage(kit: Kit, ref: MessageRef, view: View, card: Card): Promise<'done' | 'gone'> {
  return updateMessage(kit, ref, render({ card, view, surface: 'message' }));
}

async function updateMessage(kit: Kit, ref: MessageRef, { text, blocks }: Rendered): Promise<'done' | 'gone'> {
  try {
    await kit.clients.bulk.chat.update({ channel: ref.conversation, ts: ref.message, text, blocks: [...blocks] });
    return 'done';
  } catch (error) {
    const { code } = failureOf(error);
    if (code !== undefined && gone.has(code)) return 'gone';
    await pauseIfCutOff(kit, error);
    throw deliveryFailed(error);
  }
}
