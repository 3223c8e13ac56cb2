/** A press that is an answer on record, beside the least a Bolt app can do with one. */
import { fileURLToPath } from 'node:url';
import { beside } from '../beside.ts';
import { memberId } from '../program.ts';
import { slackChat } from './presses.ts';
import { quickSlack } from './quick-slack.ts';
import { botToken, signingSecret } from './signing.ts';

export async function slackColumns(quick: boolean): Promise<string> {
  const slack = await quickSlack();
  try {
    return await beside({
      quick,
      platform: 'slack',
      path: '/slack/events',
      address: memberId,
      env: { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl },
      bare: fileURLToPath(new URL('./bare-bolt.ts', import.meta.url)),
      names: ['Bolt, acknowledges', 'Bolt, one durable insert'],
      conversation: (key) => `D${key.toUpperCase()}`,
      chat: slackChat(slack.responseUrl),
      quiet: slack.quiet,
    });
  } finally {
    await slack.close();
  }
}
