/** What the doctor says of Teams: who has the app, each team channel, and whether the door is guarded. */
import type { Person } from '../../domain/people.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { accountOf } from './addresses.ts';
import type { Kit } from './kit.ts';

export async function findings(kit: Kit): Promise<readonly Finding[]> {
  return [door(kit), ...(await channels(kit)), ...(await people(kit))];
}

function door({ access, appType, tenantId }: Kit): Finding {
  if (access.door === 'guarded') {
    return ok(
      'teams-app',
      `Muster is the ${appType} app of the tenant ${tenantId}, and every request from Teams is verified.`,
    );
  }
  const sentence = 'Teams is answered without asking who calls: TEAMS_INSECURE_LOCAL or a test setting is on.';
  return { id: 'teams-app', state: 'attention', sentence, advice: 'Unset it wherever real people are asked.' };
}

async function channels(kit: Kit): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const program of await kit.readings.programs()) {
    const current = await kit.store.current({ kind: 'program', id: program });
    const channel = current?.state.settings.channel;
    if (channel?.platform === 'teams') found.push(await channelFinding(kit, program, channel));
  }
  return found;
}

async function channelFinding(kit: Kit, program: string, channel: { id: string; name?: string }): Promise<Finding> {
  const id = `teams-channel-${program}`;
  const called = channel.name ?? channel.id;
  // A channel tells of itself only when somebody writes there; its team, when the app was added.
  const known =
    (await kit.conversations.byId(channel.id)) !== undefined || (await kit.conversations.ofTeams()).length > 0;
  if (known) return ok(id, `The app is in a team; ${program} is posted to ${called}.`);
  const advice = 'Add the Muster app to that team, then mention it once in the channel: @Muster help.';
  return {
    id,
    state: 'problem',
    sentence: `No team has the app yet, so ${program} cannot be posted to ${called}.`,
    advice,
  };
}

async function people(kit: Kit): Promise<readonly Finding[]> {
  const all = [...(await kit.directory.people()).values()].filter(({ platform }) => platform === 'teams');
  const missing: Finding[] = [];
  for (const person of all) missing.push(...(await personFinding(kit, person)));
  if (missing.length > 0) return missing;
  return [ok('teams-people', `Everybody named in the programs can be written to in Teams (${all.length}).`)];
}

async function personFinding(kit: Kit, person: Person): Promise<readonly Finding[]> {
  const id = `teams-person-${person.key}`;
  try {
    const account = await accountOf(kit, person);
    if (await kit.conversations.personal(account)) return [];
    const sentence = `${person.name} is known in Teams, and has not been seen with the app yet.`;
    return [{ id, state: 'attention', sentence, advice: 'The first message shows whether they have it.' }];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const advice =
      'Let the Teams admin install it for them (app setup policy), or correct their e-mail in the program file.';
    return [{ id, state: 'problem', sentence: `${person.name} has not got the app: ${why}.`, advice }];
  }
}

function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence };
}
