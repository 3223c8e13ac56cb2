/** Learns from everything Teams sends where it came from, and from a team that lets us in who is there. */
import type { Conversation } from '../../flow/ports/conversations.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { From, Incoming } from './incoming.ts';
import type { Kit } from './kit.ts';
import { recognised } from './people.ts';

export type Learning = {
  learn(incoming: Incoming): Promise<void>;
  /** Resolves when nobody is being got to know any more. */
  idle(): Promise<void>;
};

/** Enough for everybody who writes to us in a day; one forgotten here is written once more. */
const mostKnown = 20_000;

/** Most activities tell nothing new, and are not worth a write. */
export function learning(kit: Kit): Learning {
  const known = new Map<string, string>();
  let meeting = Promise.resolve();

  async function learn(incoming: Incoming): Promise<void> {
    if (incoming.is === 'sent away') {
      known.clear();
      kit.rosters.changed();
      await kit.conversations.forget(incoming.team ?? incoming.conversation);
      return;
    }
    await remember(incoming);
    if (incoming.is === 'others came or went') kit.rosters.changed();
    if (incoming.is === 'let in' && incoming.type === 'personal') await greet(kit, incoming);
    if (incoming.is === 'let in' && incoming.type === 'channel') {
      kit.rosters.changed();
      // A large team's roster takes longer to read than Teams waits for an answer.
      meeting = meeting.then(() => meet(kit));
    }
  }

  async function remember(incoming: Incoming): Promise<void> {
    const conversation = conversationOf(kit, incoming);
    const mark = JSON.stringify(conversation);
    // Another replica may have been told that we were sent away meanwhile.
    if (!conversation || (incoming.is !== 'let in' && known.get(conversation.id) === mark)) return;
    await kit.conversations.learn(conversation);
    if (known.size >= mostKnown) known.clear();
    known.set(conversation.id, mark);
  }

  return { learn, idle: () => meeting };
}

function conversationOf({ tenantId }: Kit, from: From): Conversation | undefined {
  const { conversation: id, type, serviceUrl, by, team } = from;
  const { account } = by;
  const place = { id, tenant: tenantId, serviceUrl, type };
  if (type === 'personal') return account === undefined ? undefined : { ...place, user: by.id, account };
  return team === undefined ? place : { ...place, team };
}

/** Everybody in the team that a program names is known from then on. Nobody waits for it, so it never rejects. */
async function meet(kit: Kit): Promise<void> {
  try {
    for (const member of await kit.rosters.everybody()) await recognised(kit, member);
  } catch (error) {
    // Whoever is not known by then is looked for when there is something to say.
    kit.log.warn({ why: String(error) }, 'Who is in the teams could not be learnt now.');
  }
}

async function greet(kit: Kit, { serviceUrl, conversation, by }: From): Promise<void> {
  if (by.account === undefined || (await kit.directory.byAddress('teams', by.account))) return;
  try {
    const member = await kit.connector.member({ serviceUrl, conversation }, by.id);
    if (member) await recognised(kit, member);
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'Teams could not say who has the app now.');
  }
}
