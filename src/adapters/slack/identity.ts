/** Who we are in Slack, learnt once at the start. Asking again for every request would make each click wait for Slack. */
import { z } from 'zod';
import type { Clients } from './clients.ts';

export type Identity = {
  readonly team: string;
  readonly teamName: string;
  readonly botUser: string;
  readonly botId: string;
  readonly scopes: readonly string[];
};

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
