/** What the doctor says of the way from Slack to us: not that it is set up, but whether it works, as far as this process knows. */
import { webApi } from '@slack/bolt';
import type { Instant } from '../../domain/time/instant.ts';
import { showUtc } from '../../domain/time/show.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { silent } from './clients.ts';
import { type Failure, failureOf } from './failures.ts';
import { attention, ok, problem, unheard } from './finding.ts';
import type { SlackOptions } from './options.ts';
import type { Socket } from './socket.ts';

const id = 'slack-way';
type Options = Pick<SlackOptions, 'signingSecret' | 'appToken' | 'apiUrl'>;

/** In a process that takes Slack's requests: its socket, or when Slack last came. A terminal's own process takes none. */
export type WayIn = { readonly socket?: Socket; readonly door?: { readonly lastCame: Instant | undefined } };

export async function wayFindings(options: Options, { socket, door }: WayIn): Promise<readonly Finding[]> {
  const { signingSecret, appToken } = options;
  if (signingSecret !== undefined) return [overHttp(door), ...(appToken === undefined ? [] : [bothWays])];
  if (appToken === undefined) {
    const advice = 'Set SLACK_SIGNING_SECRET (Basic Information, App Credentials), or SLACK_APP_TOKEN for Socket Mode.';
    return [problem(id, 'Slack has no way in: clicks would go nowhere.', advice)];
  }
  return [await overSocket(options, appToken, socket)];
}

function overHttp(door: WayIn['door']): Finding {
  if (!door)
    return ok(id, 'The way over HTTP is set up. Whether Slack’s requests arrive, the log of the running Muster says.');
  if (door.lastCame !== undefined)
    return ok(id, `Slack reaches Muster over HTTP: its last signed request came ${showUtc(door.lastCame)}.`);
  const advice = 'Press Retry under Event Subscriptions of the app, or type /review in Slack, and ask again.';
  return attention(id, 'The way over HTTP is set up; no signed request from Slack has come since this start.', advice);
}

const bothWays = attention(
  'slack-ways',
  'SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both set: Muster takes HTTP and opens no socket.',
  'Unset SLACK_APP_TOKEN; or unset SLACK_SIGNING_SECRET to use Socket Mode.',
);

async function overSocket(options: Options, appToken: string, socket: Socket | undefined): Promise<Finding> {
  const failure = await whyNoSocket(options, appToken, socket);
  if (failure === undefined) return ok(id, 'Muster reaches Slack through Socket Mode.');
  if (failure.unheard) return unheard(id, failure, options);
  const advice =
    'Check SLACK_APP_TOKEN (Basic Information, App-Level Tokens, scope connections:write; begins with xapp-).';
  return problem(id, `Muster has no socket to Slack, so clicks go nowhere: ${failure.why}.`, advice);
}

async function whyNoSocket(
  options: Options,
  appToken: string,
  socket: Socket | undefined,
): Promise<Failure | undefined> {
  const state = socket?.state() ?? 'not begun';
  if (state === 'open') return undefined;
  return state === 'not begun' ? whyNoTicket(options, appToken) : state;
}

/** Where nobody keeps a socket, Slack is asked for a ticket to one, which is not used. */
async function whyNoTicket({ apiUrl }: Options, appToken: string): Promise<Failure | undefined> {
  const address = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const retryConfig = { retries: 0 };
  const client = new webApi.WebClient(appToken, { timeout: 1_500, retryConfig, logger: silent, ...address });
  try {
    await client.apps.connections.open({});
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}
