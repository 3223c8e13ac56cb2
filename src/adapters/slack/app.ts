/** Bolt, wired: over HTTP on our own server, or through Slack's socket. One listener for each kind of thing people do. */
import { type AnyMiddlewareArgs, App, type Receiver } from '@slack/bolt';
import type { Router } from 'express';
import { onSharing } from './channel-sharing.ts';
import { onClick } from './clicks.ts';
import { silent } from './clients.ts';
import { type AckCommand, onCommand } from './commands.ts';
import { onHomeOpened } from './home.ts';
import { httpReceiver } from './http-receiver.ts';
import type { OpenKit } from './kit.ts';
import { onCutOff, onUserChange } from './lifecycle.ts';
import type { SlackOptions } from './options.ts';
import { type Socket, socket } from './socket.ts';
import { type AckForm, onSubmission } from './submissions.ts';

/** How requests come in. Exactly one of the two is there. */
export type Way =
  | { readonly receiver: Receiver; readonly router: Router; readonly socket?: never }
  | { readonly receiver: Receiver; readonly socket: Socket; readonly router?: never };

type Watching = { readonly isOpen: () => boolean; readonly reached: () => void };

export function wayIn(options: SlackOptions, watching: Watching): Way {
  const { signingSecret, appToken, log } = options;
  if (signingSecret !== undefined) return httpReceiver({ signingSecret, log, ...watching });
  if (appToken === undefined)
    throw new Error('Slack needs SLACK_SIGNING_SECRET for HTTP or SLACK_APP_TOKEN for Socket Mode.');
  const kept = socket({ ...options, appToken });
  return { receiver: kept.receiver, socket: kept };
}

/** With nothing but one middleware: Bolt walks through every listener for every request, and each kind has only one here. */
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
  bolt.use((told) => kit.underWay(take(kit, told)));
  // The receiver's own handler answers; without this the SDK would print the error besides.
  bolt.error(async (error) => {
    throw error;
  });
  return bolt;
}

async function take(kit: OpenKit, told: AnyMiddlewareArgs): Promise<void> {
  if ('action' in told) return onClick(kit, told.body, () => told.ack());
  if ('command' in told) return onCommand(kit, told.body, told.ack as AckCommand);
  if ('view' in told) {
    return told.body.type === 'view_closed' ? told.ack() : onSubmission(kit, told.body, told.ack as AckForm);
  }
  // Bolt has acknowledged it, and nothing is to be done about one we did not ask for.
  if ('event' in told) await onEvent.get(told.event.type)?.(kit, told.body);
}

type OnEvent = (kit: OpenKit, body: unknown) => Promise<void> | void;
const onEvent: ReadonlyMap<string, OnEvent> = new Map<string, OnEvent>([
  ['app_home_opened', onHomeOpened],
  ['user_change', onUserChange],
  ['channel_shared', onSharing],
  ['channel_unshared', onSharing],
  ['app_uninstalled', onCutOff],
  ['tokens_revoked', onCutOff],
]);
