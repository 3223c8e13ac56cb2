/** A channel was shared with another organisation, or is no longer: before anything more is said there, Slack is asked anew. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Kit } from './kit.ts';

const shared = z.object({
  event: z.object({ type: z.enum(['channel_shared', 'channel_unshared']), channel: z.string() }),
});

/**
 * Such an event may come twice, late, or not at all, and only one of our processes hears it: so it says where to look and
 * is not believed itself. Who does not hear it looks within a few minutes all the same. Heard on the way in, since nothing
 * else comes of it.
 */
export function hearSharing(bolt: App, { channels }: Pick<Kit, 'channels'>): void {
  const process = bolt.processEvent.bind(bolt);
  bolt.processEvent = async (told) => {
    const heard = shared.safeParse(told.body);
    if (heard.success) channels.forget(heard.data.event.channel);
    return process(told);
  };
}
