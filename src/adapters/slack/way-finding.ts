/** What the doctor says of the way from Slack to us: not that it is set up, but that it works. */
import { webApi } from '@slack/bolt';
import type { Finding } from '../../flow/office-rows.ts';
import { silent } from './clients.ts';
import { failureOf } from './failures.ts';
import type { SlackOptions } from './options.ts';
import type { Socket } from './socket.ts';

const id = 'slack-way';
type Options = Pick<SlackOptions, 'signingSecret' | 'appToken' | 'apiUrl'>;

export async function wayFinding(options: Options, socket: Socket | undefined): Promise<Finding> {
  const { signingSecret, appToken } = options;
  if (signingSecret !== undefined)
    return { id, state: 'ok', sentence: 'Slack reaches Muster over HTTP, and its requests are verified.' };
  if (appToken === undefined) {
    const advice = 'Set SLACK_SIGNING_SECRET (Basic Information, App Credentials), or SLACK_APP_TOKEN for Socket Mode.';
    return { id, state: 'problem', sentence: 'Slack has no way in: clicks would go nowhere.', advice };
  }
  const why = await whyNoSocket(options, appToken, socket);
  if (why === undefined) return { id, state: 'ok', sentence: 'Muster reaches Slack through Socket Mode.' };
  const sentence = `Muster has no socket to Slack, so clicks go nowhere: ${why}.`;
  const advice =
    'Check SLACK_APP_TOKEN (Basic Information, App-Level Tokens, scope connections:write; begins with xapp-).';
  return { id, state: 'problem', sentence, advice };
}

async function whyNoSocket(
  options: Options,
  appToken: string,
  socket: Socket | undefined,
): Promise<string | undefined> {
  const state = socket?.state() ?? 'not begun';
  if (state === 'open') return undefined;
  if (state !== 'not begun') return state.why;
  return whyNoTicket(options, appToken);
}

/** Where nobody keeps a socket, Slack is asked for a ticket to one, which is not used. */
async function whyNoTicket({ apiUrl }: Options, appToken: string): Promise<string | undefined> {
  const address = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const retryConfig = { retries: 0 };
  const client = new webApi.WebClient(appToken, { timeout: 1_500, retryConfig, logger: silent, ...address });
  try {
    await client.apps.connections.open({});
    return undefined;
  } catch (error) {
    return failureOf(error).why;
  }
}
