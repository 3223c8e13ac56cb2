/**
 * What happens around us in the workspace. Where the app is removed speaking pauses, and nothing is deleted. Every event can
 * be told twice, and none is remembered: what it leads to is the same again.
 */
import { z } from 'zod';
import { askSlack } from './asking.ts';
import { readAs } from './inbox.ts';
import type { OpenKit } from './kit.ts';
import { byEmail, deactivated } from './people.ts';

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
  event: z.object({
    user: z.object({ id: z.string(), profile: z.object({ email: z.string().optional() }).catch({}).default({}) }),
  }),
});

/** Somebody left, or came back, or set a status: which of it, Slack is asked where it matters, since such an event may be an old one. */
export async function onUserChange(kit: OpenKit, body: unknown): Promise<void> {
  const { user } = readAs(changed, body).event;
  kit.accounts.forget(user.id);
  const person = (await kit.directory.byAddress('slack', user.id)) ?? (await byEmail(kit, user.profile.email));
  const waiting = person && (await kit.store.current({ kind: 'contact', id: person.id }))?.state.unreachable;
  // Whoever is missed for another reason is not back because of this.
  if (!waiting || (person.address !== undefined && waiting.why !== deactivated)) return;
  if (await kit.accounts.isActive(user.id)) await kit.desk.noteReachable(person.id);
}

/**
 * Such an event says only where to look: whether we may still speak, Slack is asked. So one that is told again, or comes late,
 * after the app was installed anew, does nothing; and where Slack cannot say, the question of the next minute
 * decides. One that is lost costs nothing either: the next message meets with the refusal.
 */
export async function onCutOff(kit: OpenKit, body: unknown): Promise<void> {
  const { team_id, event } = readAs(schema, body);
  if (team_id !== kit.identity.team) return;
  // A person's own token may be withdrawn at any time; it is not the one we speak with.
  if (event.type === 'tokens_revoked' && event.tokens.bot.length === 0) return;
  const answer = await askSlack(kit);
  if (answer.is === 'in') return;
  const why =
    event.type === 'app_uninstalled' ? 'the app was removed from the workspace' : 'the app’s token was revoked';
  await kit.connections.pause('slack', why, kit.clock.now());
  kit.log.warn({ event: event.type }, 'Slack no longer lets Muster speak. Deliveries wait.');
}
