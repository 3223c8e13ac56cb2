/** Redraws one message by chat.update. */
import { pauseIfCutOff } from './cut-off.ts';
import { failureOf } from './failures.ts';
import type { Kit } from './kit.ts';
import { isDirect } from './origin.ts';
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

type Updater = Pick<Kit, 'clients' | 'connections' | 'clock' | 'log' | 'channels' | 'sharedChannels'>;

export function updateMessage(kit: Updater): Updating['update'] {
  return async ({ ref, rendered }) => {
    try {
      if (await othersReadAlong(kit, ref.conversation)) return 'gone';
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

/** A channel may have been shared since we posted there: what stands, stands, and nothing new is told. */
async function othersReadAlong({ sharedChannels, channels }: Updater, conversation: string): Promise<boolean> {
  if (sharedChannels || isDirect(conversation)) return false;
  return (await channels.facts(conversation)).shared;
}
