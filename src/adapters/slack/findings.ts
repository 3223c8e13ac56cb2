/** What the doctor says of Slack: the tokens and their scopes, each team channel, each owner's address. */
import type { Finding } from '../../flow/office-rows.ts';
import { channelFindings } from './channel-findings.ts';
import { type Failure, failureOf } from './failures.ts';
import { attention, type Looking, ok, problem, unheard } from './finding.ts';
import { type Identity, whoWeAre } from './identity.ts';
import type { Kit } from './kit.ts';
import { peopleFindings } from './people-findings.ts';
import { requiredScopes } from './scopes.ts';
import { type WayIn, wayFindings } from './way-finding.ts';

export async function findings(kit: Kit, looking: Looking, wayIn: WayIn = {}): Promise<readonly Finding[]> {
  const way = await wayFindings(kit, wayIn);
  const identity = await whoWeAre(kit.clients).catch(failureOf);
  if ('why' in identity) return [...way, noToken(identity, kit), ...(await pauses(kit))];
  return [
    ...way,
    token(identity),
    scopes(identity),
    ...(await pauses(kit)),
    ...(await channelFindings(kit, looking)),
    ...(await peopleFindings(kit, looking)),
  ];
}

function token({ teamName }: Identity): Finding {
  return ok('slack-token', `The bot token is good for the workspace ${teamName}.`);
}

function noToken(failure: Failure, kit: Kit): Finding {
  const id = 'slack-token';
  if (failure.unheard) return unheard(id, failure, kit);
  if (!failure.cutOff)
    return problem(id, `Slack does not say whose the bot token is: ${failure.why}.`, 'Ask again later.');
  const advice = 'Install the app in the workspace and set SLACK_BOT_TOKEN (OAuth & Permissions, begins with xoxb-).';
  return problem(id, `The bot token is of no use now: ${failure.why}.`, advice);
}

function scopes({ scopes: given }: Identity): Finding {
  const missing = requiredScopes.filter((scope) => !given.includes(scope));
  if (given.length === 0) {
    const sentence = 'Slack did not say which scopes the token has.';
    return attention('slack-scopes', sentence, `It needs ${requiredScopes.join(', ')}.`);
  }
  if (missing.length === 0) return ok('slack-scopes', 'The bot token has every scope Muster uses.');
  const advice = 'Paste the manifest again (infra/slack/manifest.json) under App Manifest, then reinstall the app.';
  return problem('slack-scopes', `The bot token lacks ${missing.join(', ')}.`, advice);
}

async function pauses({ connections }: Kit): Promise<readonly Finding[]> {
  const paused = (await connections.paused()).filter(({ platform }) => platform === 'slack');
  return paused.map(({ since, why }) =>
    problem(
      'slack-paused',
      `Messages to Slack wait since ${since}: ${why}.`,
      'Install the app again, set its new SLACK_BOT_TOKEN and restart. What waits is said then.',
    ),
  );
}
