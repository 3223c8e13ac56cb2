/** Redraws one message by chat.update. */
import type { Card } from '../../domain/card/card.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import { keptToOurselves } from './channel-sharing.ts';
import { pauseIfCutOff } from './cut-off.ts';
import { deliveryFailed, failureOf } from './failures.ts';
import type { Kit } from './kit.ts';
import { isDirect } from './origin.ts';
import { type Rendered, render } from './render.ts';

/** Nobody can draw there again: it was deleted, is of another app, or too old to be edited. A place that is closed may open. */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

export async function redrawMessage(kit: Kit, ref: MessageRef, view: View, card: Card): Promise<'done' | 'gone'> {
  return updateMessage(kit, ref, render({ card, view, surface: 'message' }));
}

async function updateMessage(kit: Kit, ref: MessageRef, { text, blocks }: Rendered): Promise<'done' | 'gone'> {
  try {
    if (!isDirect(ref.conversation)) await keptToOurselves(kit, ref.conversation);
    await kit.clients.bulk.chat.update({ channel: ref.conversation, ts: ref.message, text, blocks: [...blocks] });
    return 'done';
  } catch (error) {
    const { code } = failureOf(error);
    if (code !== undefined && gone.has(code)) return 'gone';
    await pauseIfCutOff(kit, error);
    throw deliveryFailed(error);
  }
}
