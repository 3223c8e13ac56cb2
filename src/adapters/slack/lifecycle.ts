/** What happens around us in the workspace. Where the app is removed speaking pauses, and nothing is deleted. */
import { z } from 'zod';
import type { OpenKit } from './kit.ts';

const schema = z.object({
  team_id: z.string(),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({
      type: z.literal('tokens_revoked'),
      tokens: z.object({ bot: z.array(z.string()).default([]) }).default({ bot: [] }),
    }),
  ]),
});

const changed = z.object({
  event: z.object({ user: z.object({ id: z.string(), deleted: z.boolean().default(false) }) }),
});

/** Somebody left, or came back. */
export function onUserChange(kit: OpenKit, body: unknown): void {
  const { user } = changed.parse(body).event;
  kit.accounts.note(user.id, !user.deleted);
}

export async function onCutOff(kit: OpenKit, body: unknown): Promise<void> {
  const { team_id, event } = schema.parse(body);
  if (team_id !== kit.identity.team) return;
  // A person's own token may be withdrawn at any time; it is not the one we speak with.
  if (event.type === 'tokens_revoked' && event.tokens.bot.length === 0) return;
  const why =
    event.type === 'app_uninstalled' ? 'the app was removed from the workspace' : 'the app’s token was revoked';
  await kit.connections.pause('slack', why, kit.clock.now());
  kit.log.warn({ event: event.type }, 'Slack no longer lets Muster speak. Deliveries wait.');
}
