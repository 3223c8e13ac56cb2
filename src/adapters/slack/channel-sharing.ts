/** A channel was shared with another organisation, or is no longer: before anything more is said there, Slack is asked anew. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { readAs } from './inbox.ts';
import type { Kit } from './kit.ts';

const shared = z.object({ event: z.object({ channel: z.string() }) });

/**
 * Such an event may come twice, late, or not at all, and only one of our processes hears it: so it says where to look and
 * is not believed itself. Who does not hear it looks within a few minutes all the same.
 */
export function hearSharing(bolt: App, { channels }: Pick<Kit, 'channels'>): void {
  bolt.event(/^channel_(un)?shared$/, async ({ body }) => channels.forget(readAs(shared, body).event.channel));
}
