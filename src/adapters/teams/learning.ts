/** Learns from everything Teams sends where it came from, and from a team that lets us in who is there. */
import type { Conversation } from '../../flow/ports/conversations.ts';
import type { From, Incoming } from './incoming.ts';
import type { Kit } from './kit.ts';
import { recognised } from './people.ts';

export type Learning = (kit: Kit, incoming: Incoming) => Promise<void>;

/** Enough for everybody who writes to us in a day; one forgotten here is written once more. */
const mostKnown = 20_000;

/** Most activities tell nothing new, and are not worth a write. */
export function learning(): Learning {
  const known = new Map<string, string>();
  return async (kit, incoming) => {
    if (incoming.is === 'sent away') {
      known.clear();
      kit.rosters.changed();
      await kit.conversations.forget(incoming.team ?? incoming.conversation);
      return;
    }
    const conversation = conversationOf(kit, incoming);
    const mark = JSON.stringify(conversation);
    // Another replica may have been told that we were sent away meanwhile.
    if (conversation && (incoming.is === 'let in' || known.get(conversation.id) !== mark)) {
      await kit.conversations.learn(conversation);
      if (known.size >= mostKnown) known.clear();
      known.set(conversation.id, mark);
    }
    if (incoming.is === 'let in' && incoming.type === 'channel') await meet(kit);
    if (incoming.is === 'let in' && incoming.type === 'personal') await greet(kit, incoming);
  };
}

function conversationOf({ tenantId }: Kit, from: From): Conversation | undefined {
  const { conversation: id, type, serviceUrl, by, team } = from;
  const { account } = by;
  const place = { id, tenant: tenantId, serviceUrl, type };
  if (type === 'personal') return account === undefined ? undefined : { ...place, user: by.id, account };
  return team === undefined ? place : { ...place, team };
}

/** Everybody in the team that a program names is known from then on. */
async function meet(kit: Kit): Promise<void> {
  kit.rosters.changed();
  for (const member of await kit.rosters.everybody()) await recognised(kit, member);
}

async function greet(kit: Kit, { serviceUrl, conversation, by }: From): Promise<void> {
  if (by.account === undefined || (await kit.directory.byAddress('teams', by.account))) return;
  try {
    const member = await kit.connector.member({ serviceUrl, conversation }, by.id);
    if (member) await recognised(kit, member);
  } catch (error) {
    kit.log.warn(
      { why: error instanceof Error ? error.message : String(error) },
      'Teams could not say who has the app now.',
    );
  }
}
