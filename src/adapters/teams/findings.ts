/** What the doctor says of Teams: who has the app, each team channel, and whether the door is guarded. */
import type { Channel } from '../../domain/program/settings.ts';
import { channelsNamed } from '../../flow/named.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { addressOf } from './addresses.ts';
import { type Ask, askingAgain } from './asking-again.ts';
import { isOutOfReach } from './failures.ts';
import { type Looking, notSaid, ok, wordsOf } from './finding.ts';
import type { Kit } from './kit.ts';
import { isDecidedInTeams } from './out-of-reach.ts';
import { peopleFindings } from './people-findings.ts';

/** Who cannot sign in learns nothing of the others. */
export async function findings(kit: Kit, looking: Looking): Promise<readonly Finding[]> {
  const app = await door(kit);
  if (app.state === 'problem') return [app];
  const ask = askingAgain(kit);
  return [app, ...(await channels(kit, ask, looking)), ...(await peopleFindings({ ...kit, ...looking }, ask))];
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

async function channels(kit: Kit, ask: Ask, looking: Looking): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const { program, channel } of await channelsNamed(looking, 'teams'))
    found.push(await channelFinding(kit, ask, { program, channel }));
  return found;
}

type Posting = { readonly program: string; readonly channel: Channel };

async function channelFinding(kit: Kit, ask: Ask, { program, channel }: Posting): Promise<Finding> {
  const id = `teams-channel-${program}`;
  const called = channel.name ?? channel.id;
  const place = `${called}, where ${program} is posted`;
  try {
    await ask(async () => kit.connector.roster(await addressOf(kit, { channel })));
    return ok(id, `The app is in the team of ${place}.`);
  } catch (error) {
    if (!isOutOfReach(error)) return notSaid(id, `the app is in the team of ${place}`, error);
    const sentence = `${program} cannot be posted to ${called}: ${wordsOf(error)}.`;
    if (isDecidedInTeams(wordsOf(error))) return { id, state: 'problem', sentence };
    return { id, state: 'problem', sentence, advice: 'If it is there, compare the channel’s id in the program file.' };
  }
}
