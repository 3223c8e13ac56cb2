/** Redraws one message by chat.update. */
import { pauseIfCutOff } from './cut-off.ts';
import { failureOf } from './failures.ts';
import type { Kit } from './kit.ts';
import type { Updating } from './redraws.ts';

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

export function updateMessage(kit: Pick<Kit, 'clients' | 'connections' | 'clock'>): Updating['update'] {
  return async ({ ref, rendered }) => {
    try {
      const { text, blocks } = rendered;
      await kit.clients.bulk.chat.update({ channel: ref.conversation, ts: ref.message, text, blocks: [...blocks] });
      return 'done';
    } catch (error) {
      const { code, retryAfter, why } = failureOf(error);
      if (code !== undefined && gone.has(code)) return 'gone';
      if (retryAfter !== undefined) return { waitFor: retryAfter };
      await pauseIfCutOff(kit, error);
      throw new Error(why, { cause: error });
    }
  };
}
