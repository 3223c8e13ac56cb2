/** A press that is an answer on record and a card in reply, beside the least a CloudAdapter can do with one. */
import { fileURLToPath } from 'node:url';
import { beside } from '../beside.ts';
import { teamsChat } from './presses.ts';
import { quickTeams } from './quick-teams.ts';
import { appId, tenant } from './signing.ts';

export async function teamsColumns(quick: boolean): Promise<string> {
  const teams = await quickTeams();
  try {
    const { table, messages } = await beside({
      quick,
      platform: 'teams',
      path: '/api/messages',
      address: (key) => `account-of-${key}`,
      env: { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenant, TEAMS_TEST_OPENID: teams.openIdMetadata },
      bare: fileURLToPath(new URL('./bare-bot.ts', import.meta.url)),
      names: ['CloudAdapter, answers', 'CloudAdapter, one durable insert'],
      conversation: (key) => `a:chat-of-${key}`,
      chat: teamsChat(teams.serviceUrl),
      quiet: teams.quiet,
    });
    return `${table}\nMessages intended: ${messages}. Posted: ${teams.posted()}.`;
  } finally {
    await teams.close();
  }
}
