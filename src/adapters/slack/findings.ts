/** What the doctor says of Slack: the token and its scopes, each team channel, each owner's address. */
import type { Person } from '../../domain/people.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { failureOf } from './failures.ts';
import { type Identity, whoWeAre } from './identity.ts';
import type { Kit } from './kit.ts';
import { addressOf, deactivated } from './people.ts';
import { requiredScopes } from './scopes.ts';
import type { Socket } from './socket.ts';
import { wayFinding } from './way-finding.ts';

export async function findings(kit: Kit, socket?: Socket): Promise<readonly Finding[]> {
  const way = await wayFinding(kit, socket);
  const identity = await whoWeAre(kit.clients).catch((error: unknown) => failureOf(error).why);
  if (typeof identity === 'string') return [way, noToken(identity), ...(await pauses(kit))];
  return [
    way,
    token(identity),
    scopes(identity),
    ...(await pauses(kit)),
    ...(await channels(kit)),
    ...(await people(kit)),
  ];
}

function token({ teamName }: Identity): Finding {
  return ok('slack-token', `The bot token is good for the workspace ${teamName}.`);
}

function noToken(why: string): Finding {
  const advice = 'Install the app in the workspace and set SLACK_BOT_TOKEN (OAuth & Permissions, begins with xoxb-).';
  return { id: 'slack-token', state: 'problem', sentence: `The bot token is of no use now: ${why}.`, advice };
}

function scopes({ scopes: given }: Identity): Finding {
  const missing = requiredScopes.filter((scope) => !given.includes(scope));
  if (given.length === 0) {
    const sentence = 'Slack did not say which scopes the token has.';
    return { id: 'slack-scopes', state: 'attention', sentence, advice: `It needs ${requiredScopes.join(', ')}.` };
  }
  if (missing.length === 0) return ok('slack-scopes', 'The bot token has every scope Muster uses.');
  const advice = 'Take the manifest anew (infra/slack/manifest.json), then reinstall the app.';
  return { id: 'slack-scopes', state: 'problem', sentence: `The bot token lacks ${missing.join(', ')}.`, advice };
}

async function pauses({ connections }: Kit): Promise<readonly Finding[]> {
  const paused = (await connections.paused()).filter(({ platform }) => platform === 'slack');
  return paused.map(({ since, why }) => ({
    id: 'slack-paused',
    state: 'problem' as const,
    sentence: `Messages to Slack wait since ${since}: ${why}.`,
    advice: 'Install the app again, set its new SLACK_BOT_TOKEN and restart. What waits is said then.',
  }));
}

async function channels(kit: Kit): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const program of await kit.readings.programs()) {
    const current = await kit.store.current({ kind: 'program', id: program });
    const channel = current?.state.settings.channel;
    if (channel?.platform === 'slack') found.push(await channelFinding(kit, program, channel.id));
  }
  return found;
}

async function channelFinding(kit: Kit, program: string, channel: string): Promise<Finding> {
  const id = `slack-channel-${program}`;
  try {
    const { name, member, archived, shared } = await kit.channels.facts(channel);
    const called = `#${name || channel}`;
    if (archived)
      return problem(id, `${called} of ${program} is archived.`, 'Name another channel in the program file.');
    if (!member) return problem(id, `Muster is not in ${called} of ${program}.`, `Type /invite @Muster in ${called}.`);
    if (shared && !kit.sharedChannels) {
      const advice = 'Name another channel, or set SLACK_ALLOW_SHARED_CHANNELS=on if that is meant.';
      return problem(
        id,
        `${called} of ${program} is shared with another organisation, so nothing is posted there.`,
        advice,
      );
    }
    return ok(id, `Muster is in ${called} of ${program}.`);
  } catch (error) {
    const advice = 'Check the channel’s id in the program file, and invite Muster there with /invite @Muster.';
    return problem(id, `The channel ${channel} of ${program} cannot be looked at: ${failureOf(error).why}.`, advice);
  }
}

// Slack answers 50 such questions a minute; whoever has more people asks the doctor again.
const mostLookedUp = 40;

async function people(kit: Kit): Promise<readonly Finding[]> {
  const all = [...(await kit.directory.people()).values()].filter(({ platform }) => platform === 'slack');
  const unknown = all.filter(({ address }) => address === undefined);
  const problems: Finding[] = [];
  for (const person of unknown.slice(0, mostLookedUp)) problems.push(...(await personFinding(kit, person)));
  const left = unknown.length - mostLookedUp;
  const more =
    left > 0
      ? [
          {
            id: 'slack-people-more',
            state: 'attention' as const,
            sentence: `${left} more people were not looked up yet.`,
            advice: 'Run the doctor again in a minute.',
          },
        ]
      : [];
  if (problems.length + more.length > 0) return [...problems, ...more];
  return [ok('slack-people', `Everybody named in the programs is known in Slack (${all.length}).`)];
}

async function personFinding(kit: Kit, person: Person): Promise<readonly Finding[]> {
  const advice = 'Correct their e-mail in the program file, or give their Slack member id as address.';
  try {
    const address = await addressOf(kit, person);
    if (await kit.accounts.isActive(address)) return [];
    return [
      problem(`slack-person-${person.key}`, `${person.name} cannot be reached in Slack: ${deactivated}.`, advice),
    ];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [problem(`slack-person-${person.key}`, `${person.name} cannot be reached in Slack: ${why}.`, advice)];
  }
}

function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence };
}

function problem(id: string, sentence: string, advice: string): Finding {
  return { id, state: 'problem', sentence, advice };
}
