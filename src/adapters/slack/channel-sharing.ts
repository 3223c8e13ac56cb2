/** A channel was shared with another organisation, or is no longer: before anything more is said there, Slack is asked anew. */
import { z } from 'zod';
import type { Kit } from './kit.ts';

const shared = z.object({ event: z.object({ channel: z.string() }) });

/**
 * Such an event may come twice, late, or not at all, and only one of our processes hears it: so it says where to look and
 * is not believed itself. Who does not hear it looks within a few minutes all the same.
 */
export function onSharing({ channels }: Pick<Kit, 'channels'>, body: unknown): void {
  const heard = shared.safeParse(body);
  if (heard.success) channels.forget(heard.data.event.channel);
}
