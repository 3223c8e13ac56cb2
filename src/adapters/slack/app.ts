/** Bolt, wired: over HTTP on our own server, or through Slack's socket. One listener for each kind of thing people do. */
import { App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Router } from 'express';
import { onClick } from './clicks.ts';
import { silent } from './clients.ts';
import { type AckCommand, onCommand } from './commands.ts';
import { onHomeOpened } from './home.ts';
import { httpReceiver } from './http-receiver.ts';
import type { OpenKit } from './kit.ts';
import { onCutOff, onUserChange } from './lifecycle.ts';
import type { SlackOptions } from './options.ts';
import { type AckForm, onSubmission } from './submissions.ts';

/** How requests come in. Exactly one of the two is there. */
export type Way = { readonly receiver: Receiver; readonly router?: Router };

export function wayIn(options: SlackOptions, isOpen: () => boolean): Way {
  const { signingSecret, appToken, apiUrl, log } = options;
  if (signingSecret !== undefined) return httpReceiver({ signingSecret, log, isOpen });
  if (appToken === undefined)
    throw new Error('Slack needs SLACK_SIGNING_SECRET for HTTP or SLACK_APP_TOKEN for Socket Mode.');
  const clientOptions = { timeout: 10_000, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
  const receiver = new SocketModeReceiver({
    appToken,
    logger: silent,
    installerOptions: { clientOptions },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'A request from Slack failed.');
      // Not acknowledged, it is sent again.
      return false;
    },
  });
  return { receiver };
}

const anything = /[\s\S]*/;

/** Bolt runs the matchers of every listener for every request, so there is one for each kind, and a map behind it. */
export function app({ receiver }: Way, kit: OpenKit): App {
  const { botToken, identity } = kit;
  const bolt = new App({
    receiver,
    logger: silent,
    convoStore: false,
    ignoreSelf: false,
    // Ids learnt at the start: asking Slack for each click would make it wait for Slack.
    authorize: async () => ({ botToken, botId: identity.botId, botUserId: identity.botUser, teamId: identity.team }),
    clientOptions: {
      timeout: 2_000,
      retryConfig: { retries: 0 },
      ...(kit.apiUrl !== undefined && { slackApiUrl: kit.apiUrl }),
    },
  });
  bolt.action(anything, async ({ body, ack }) => onClick(kit, body, () => ack()));
  bolt.view(anything, async ({ body, ack }) => onSubmission(kit, body, ack as AckForm));
  bolt.view({ callback_id: anything, type: 'view_closed' }, async ({ ack }) => ack());
  bolt.command(anything, async ({ body, ack }) => onCommand(kit, body, ack as AckCommand));
  bolt.event('app_home_opened', async ({ body }) => onHomeOpened(kit, body));
  bolt.event('user_change', async ({ body }) => onUserChange(kit, body));
  bolt.event(/^(app_uninstalled|tokens_revoked)$/, async ({ body }) => onCutOff(kit, body));
  // The receiver's own handler answers; without this the SDK would print the error besides.
  bolt.error(async (error) => {
    throw error;
  });
  return bolt;
}
