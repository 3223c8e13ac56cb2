/** A press that is an answer on record and a card in reply, beside the least a CloudAdapter can do with one. */
import { fileURLToPath } from 'node:url';
import { beside } from '../beside.ts';
import type { Place } from '../open-review.ts';
import { objectId } from '../program.ts';
import { teamsChat, typed } from './presses.ts';
import { type QuickTeams, quickTeams } from './quick-teams.ts';
import { appId, tenant } from './signing.ts';

export async function teamsColumns(quick: boolean): Promise<string> {
  const teams = await quickTeams();
  try {
    return await beside({
      quick,
      platform: 'teams',
      path: '/api/messages',
      address: objectId,
      env: { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenant, TEAMS_TEST_OPENID: teams.openIdMetadata },
      bare: fileURLToPath(new URL('./bare-bot.ts', import.meta.url)),
      names: ['CloudAdapter, answers', 'CloudAdapter, one durable insert'],
      conversation: (key) => `a:chat-of-${key}`,
      chat: teamsChat(teams.serviceUrl),
      quiet: teams.quiet,
      also: (url, places) => posts({ url, places, teams }),
    });
  } finally {
    await teams.close();
  }
}

type Asking = { readonly url: string; readonly places: readonly Place[]; readonly teams: QuickTeams };

/** Each owner asks for what they owe a few times: an answer is one message, and one message is one POST. */
async function posts({ url, places, teams }: Asking): Promise<string> {
  const owners = [...new Map(places.map((place) => [place.owner.key, place])).values()];
  const asked = Array.from({ length: 20 }, (_, at) => owners[at % owners.length]).filter((one) => one !== undefined);
  const before = teams.posted();
  for (const [at, place] of asked.entries()) {
    const { headers, body } = typed(place, { serviceUrl: teams.serviceUrl, id: `asked-${at}`, text: 'mine' });
    const { status } = await fetch(url, { method: 'POST', headers, body });
    if (status !== 200) throw new Error(`A word was answered ${status}.`);
  }
  return `Answers to ${asked.length} words typed: ${teams.posted() - before} messages posted. Who somebody is was asked ${teams.asked()} times in all.`;
}
