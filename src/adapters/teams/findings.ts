/** What the doctor says of Teams: who has the app, each team channel, and whether the door is guarded. */
import { channelsNamed } from '../../flow/named.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { addressOf } from './addresses.ts';
import { type Looking, ok, wordsOf } from './finding.ts';
import type { Kit } from './kit.ts';
import { peopleFindings } from './people-findings.ts';

/** Who cannot sign in learns nothing of the others. */
export async function findings(kit: Kit, looking: Looking): Promise<readonly Finding[]> {
  const app = await door(kit);
  if (app.state === 'problem') return [app];
  return [app, ...(await channels(kit, looking)), ...(await peopleFindings({ ...kit, ...looking }))];
}

async function door({ access, appType, tenantId, connector }: Kit): Promise<Finding> {
  const id = 'teams-app';
  if (access.door !== 'guarded') {
    const sentence = 'Teams is answered without asking who calls: TEAMS_INSECURE_LOCAL or TEAMS_TEST_OPENID is set.';
    return { id, state: 'attention', sentence, advice: 'Unset it wherever real people are asked.' };
  }
  try {
    await connector.signIn();
    return ok(id, `Muster is the ${appType} app of the tenant ${tenantId}, and every request from Teams is verified.`);
  } catch (error) {
    return { id, state: 'problem', sentence: `${wordsOf(error)}.` };
  }
}

async function channels(kit: Kit, looking: Looking): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const { program, channel } of await channelsNamed(looking, 'teams'))
    found.push(await channelFinding(kit, program, channel));
  return found;
}

async function channelFinding(kit: Kit, program: string, channel: { id: string; name?: string }): Promise<Finding> {
  const id = `teams-channel-${program}`;
  const called = channel.name ?? channel.id;
  try {
    await kit.connector.roster(await addressOf(kit, { channel: { ...channel, platform: 'teams' } }));
    return ok(id, `The app is in the team of ${called}, where ${program} is posted.`);
  } catch (error) {
    const sentence = `${program} cannot be posted to ${called}: ${wordsOf(error)}.`;
    return { id, state: 'problem', sentence, advice: 'If it is there, compare the channel’s id in the program file.' };
  }
}
