/** Learns from everything Teams sends where it came from, and from a team that lets us in who is there. */
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Conversation } from '../../flow/ports/conversations.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { open } from './closed-places.ts';
import type { Member } from './connector.ts';
import { ifInReach } from './failures.ts';
import type { From, Incoming } from './incoming.ts';
import type { Kit, OpenKit } from './kit.ts';
import { recognised } from './people.ts';
import { sentAway } from './sent-away.ts';
import { noteOurs } from './still-ours.ts';
import { accountOn } from './whose-account.ts';

export type Learning = {
  /** Learns from it, and has it answered. Where somebody may act, what is news is learnt with the act. */
  during<T>(incoming: Incoming, answer: (incoming: Incoming) => Promise<T>): Promise<T>;
  /** Resolves when nobody is being got to know any more. */
  idle(): Promise<void>;
};

type Came = Extract<Incoming, { is: 'others came or went' }>;

/** Enough for everybody who writes to us in a day; one forgotten here is written once more. */
const mostKnown = 20_000;

/** Most activities tell nothing new, and are not worth a write. Each process writes what is new to it: once more does no harm. */
export function learning(kit: OpenKit): Learning {
  const { placesKnown: known } = kit;
  let meeting = Promise.resolve();

  async function learn(incoming: Incoming): Promise<void> {
    if (incoming.is === 'sent away') return sentAway(kit, incoming);
    await remember(incoming);
    if (incoming.is === 'others came or went') {
      kit.rosters.changed();
      await welcome(kit, incoming);
    }
    if (incoming.is === 'let in' && incoming.type === 'personal') await greet(kit, incoming);
    if (incoming.is === 'let in' && incoming.type === 'channel') {
      kit.rosters.changed();
      // A large team's roster takes longer to read than Teams waits for an answer.
      meeting = meeting.then(() => meet(kit, incoming));
    }
  }

  async function remember(incoming: Incoming): Promise<void> {
    const conversation = newsIn(incoming);
    if (!conversation) return;
    await kit.conversations.learn(conversation);
    if (incoming.is === 'let in') await open(kit, conversation.id);
    await settle(conversation);
  }

  function newsIn(incoming: Incoming): Conversation | undefined {
    const conversation = conversationOf(kit, incoming);
    // Another replica may have been told that we were sent away meanwhile.
    const old = incoming.is !== 'let in' && conversation && known.get(conversation.id) === JSON.stringify(conversation);
    return old ? undefined : conversation;
  }

  /** Last of all: what failed before this is done again when Teams delivers it again. */
  async function settle(conversation: Conversation): Promise<void> {
    if (conversation.type === 'personal') await noteReachable(kit, conversation.account);
    if (known.size >= mostKnown) known.clear();
    known.set(conversation.id, JSON.stringify(conversation));
  }

  async function during<T>(incoming: Incoming, answer: (incoming: Incoming) => Promise<T>): Promise<T> {
    const learnt = incoming.is === 'said' || incoming.is === 'pressed' ? newsIn(incoming) : undefined;
    if (!learnt) {
      await learn(incoming);
      const answered = await answer(incoming);
      if (incoming.is === 'said' && incoming.type === 'personal') await noteReachable(kit, incoming.by.account);
      return answered;
    }
    if (incoming.is === 'said' && learnt.type === 'channel') await mentioned(incoming, learnt);
    const answered = await answer({ ...incoming, learnt });
    // Nothing may have been recorded, and the row may be as it was.
    const row = await kit.conversations.byId(learnt.id);
    if (!row || canonicalJson(row) !== canonicalJson(learnt)) await kit.conversations.learn(learnt);
    await settle(learnt);
    return answered;
  }

  /** The first word from a team that let us in unheard: who answers looks among its people too. */
  async function mentioned(from: From, there: Conversation): Promise<void> {
    if (await kit.conversations.byId(there.id)) return;
    await kit.conversations.learn(there);
    kit.rosters.changed();
    meeting = meeting.then(() => meet(kit, from));
  }

  return { during, idle: () => meeting };
}

function conversationOf({ tenantId }: Kit, from: From): Conversation | undefined {
  const { conversation: id, type, serviceUrl, by, team } = from;
  const { account } = by;
  const place = { id, tenant: tenantId, serviceUrl, type };
  if (type === 'personal') return account === undefined ? undefined : { ...place, user: by.id, account };
  return team === undefined ? place : { ...place, team };
}

/** Nobody who waits to be written to waits for the next try, once Teams shows that it would come through. */
async function noteReachable({ directory, desk }: OpenKit, account: string | undefined): Promise<void> {
  const person = account === undefined ? undefined : await directory.byAddress('teams', account);
  if (person) await desk.noteReachable(person.id);
}

/** Everybody in the team that a program names is known from then on. Nobody waits for it, so it never rejects. */
async function meet(kit: OpenKit, from: From): Promise<void> {
  try {
    for (const member of await kit.rosters.everybody()) await meetOne(kit, member);
    await reachChannels(kit, from);
  } catch (error) {
    // Whoever is not known by then is looked for when there is something to say.
    kit.log.warn({ why: String(error) }, 'Who is in the teams could not be learnt now.');
  }
}

async function meetOne(kit: OpenKit, member: Member): Promise<void> {
  const person = await recognised(kit, member);
  if (person) await kit.desk.noteReachable(person.id);
}

/** Of the programs’ channels those that stand in a team with the app now: who let us in is somebody there. */
async function reachChannels(kit: OpenKit, { by, serviceUrl }: From): Promise<void> {
  for (const id of await kit.readings.programs()) {
    const contact = `channel:${id}`;
    const waits = (await kit.store.current({ kind: 'contact', id: contact }))?.state.unreachable;
    const channel = (await kit.store.current({ kind: 'program', id }))?.state.settings.channel;
    if (!waits || channel?.platform !== 'teams') continue;
    const there = await asked(kit, () => kit.connector.member({ serviceUrl, conversation: channel.id }, by.id));
    if (!there) continue;
    await open(kit, channel.id);
    await kit.desk.noteReachable(contact);
  }
}

// More at once are read from the roster, in pages.
const fewAtOnce = 20;

/** Whoever comes to a team that has the app can be written to from then on. Asked after only where somebody is missing. */
async function welcome(kit: OpenKit, { serviceUrl, conversation, came }: Came): Promise<void> {
  const known = await Promise.all(came.map(({ account }) => kit.directory.byAddress('teams', account ?? '')));
  for (const person of known) if (person) await kit.desk.noteReachable(person.id);
  const people = [...(await kit.directory.people()).values()];
  if (!people.some((person) => person.platform === 'teams' && accountOn(person) === undefined)) return;
  for (const { id } of came.filter((_, at) => !known[at]).slice(0, fewAtOnce)) {
    const member = await asked(kit, () => kit.connector.member({ serviceUrl, conversation }, id));
    if (member) await meetOne(kit, member);
  }
}

async function greet(kit: OpenKit, { serviceUrl, conversation, by }: From): Promise<void> {
  if (by.account === undefined || kit.ours.has(by.account)) return;
  const member = await asked(kit, () => kit.connector.member({ serviceUrl, conversation }, by.id));
  if (!member) return;
  noteOurs(kit, member);
  await meetOne(kit, member);
}

/** What Teams cannot say now is learnt another time. */
async function asked(kit: Kit, ask: () => Promise<Member | undefined>): Promise<Member | undefined> {
  try {
    return await ifInReach(ask());
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'Teams could not say who has the app now.');
    return undefined;
  }
}
