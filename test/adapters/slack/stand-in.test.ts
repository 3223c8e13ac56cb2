/** The Slack of our tests must be as strict as the real one, or everything proved against it is worth nothing. */
import { WebClient } from '@slack/web-api';
import { afterEach, expect, test } from 'vitest';
import { type SlackServer, slackServer } from '../../support/slack/slack-server.ts';

let slack: SlackServer;
afterEach(() => slack.close());

test('smoke', async () => {
  slack = await slackServer();
  const pia = slack.addUser({ realName: 'Pia Lund' });
  const client = new WebClient(slack.tokens.bot, { slackApiUrl: slack.apiUrl });
  const posted = await client.chat.postMessage({ channel: pia.id, text: 'Hello' });
  expect(posted.channel).toMatch(/^D/);
  expect(slack.dm(pia.id)).toHaveLength(1);
  await slack.settled();
});
