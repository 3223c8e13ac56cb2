/** What the doctor says of Teams: who has the app, each team channel, and whether the door is guarded. */
import type { Person } from '../../domain/people.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { accountOf, addressOf } from './addresses.ts';
import type { Kit } from './kit.ts';
import { isOurs } from './whose-account.ts';

/** Who cannot sign in learns nothing of the others. */
export async function findings(kit: Kit): Promise<readonly Finding[]> {
  const app = await door(kit);
  if (app.state === 'problem') return [app];
  return [app, ...(await channels(kit)), ...(await people(kit))];
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
    return { id, state: 'problem', sentence: `${wordsOf(error)}.`, advice: 'Check them in Microsoft Entra.' };
  }
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
  try {
    await kit.connector.roster(await addressOf(kit, { channel: { ...channel, platform: 'teams' } }));
    return ok(id, `The app is in the team of ${called}, where ${program} is posted.`);
  } catch (error) {
    const sentence = `${program} cannot be posted to ${called}: ${wordsOf(error)}.`;
    return { id, state: 'problem', sentence, advice: 'Add the Muster app to that team, and check the channel’s id.' };
  }
}

async function people(kit: Kit): Promise<readonly Finding[]> {
  const all = [...(await kit.directory.people()).values()].filter(({ platform }) => platform === 'teams');
  const missing: Finding[] = [];
  for (const person of all) missing.push(...(await personFinding(kit, person)));
  if (missing.length > 0) return missing;
  return [ok('teams-people', `Everybody named in the programs can be written to in Teams (${all.length}).`)];
}

/** Teams makes their chat only for who has the app, and shows it to nobody before something is written there. */
async function personFinding(kit: Kit, person: Person): Promise<readonly Finding[]> {
  try {
    const account = await accountOf(kit, person);
    const chat = await addressOf(kit, { person });
    const member = await kit.connector.member(chat, account);
    if (member && isOurs(member, kit.tenantId)) return [];
    throw new Error(member ? 'the account on record is a guest’s, or of another organisation' : 'the app was removed');
  } catch (error) {
    const sentence = `${person.name} cannot be written to: ${wordsOf(error)}.`;
    return [{ id: `teams-person-${person.key}`, state: 'problem', sentence, advice }];
  }
}

const advice =
  'Let the Teams admin install it for them (app setup policy), or correct their e-mail in the program file. The object id of their account in Microsoft Entra, as their address there, settles which it is.';

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence };
}
