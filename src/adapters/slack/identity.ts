/**
 * Who we are in Slack: as it said to this very token, now or before. Asking again for every request would make each click wait
 * for Slack, and so would a start that could not do without.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clients } from './clients.ts';
import type { SlackOptions } from './options.ts';

const identity = z.object({
  team: z.string(),
  teamName: z.string(),
  botUser: z.string(),
  botId: z.string(),
  scopes: z.array(z.string()),
});
export type Identity = Readonly<z.infer<typeof identity>>;

const answer = z.object({
  team_id: z.string(),
  team: z.string().default('the workspace'),
  user_id: z.string(),
  bot_id: z.string().default(''),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
});

export async function whoWeAre({ lookup }: Pick<Clients, 'lookup'>): Promise<Identity> {
  const { team_id, team, user_id, bot_id, response_metadata } = answer.parse(await lookup.auth.test());
  return { team: team_id, teamName: team, botUser: user_id, botId: bot_id, scopes: response_metadata.scopes };
}

type Remembering = Pick<SlackOptions, 'connections' | 'botToken'>;

export async function remember({ connections, botToken }: Remembering, learnt: Identity): Promise<void> {
  await connections.remember('slack', { mark: markOf(botToken), says: JSON.stringify(learnt) });
}

/** Undefined for a token that Slack never answered: it may be of another workspace. */
export async function remembered({ connections, botToken }: Remembering): Promise<Identity | undefined> {
  const says = await connections.remembered('slack', markOf(botToken));
  return says === undefined ? undefined : identity.safeParse(JSON.parse(says)).data;
}

function markOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
