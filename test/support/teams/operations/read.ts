/** Who is in a conversation, one by one or in pages, and what a team is. */
import type { Fields } from '../../slack/json.ts';
import { type Reply, refusal, refusals, refused } from '../answer.ts';
import { findPerson } from '../people.ts';
import type { Conversation, Person, World } from '../world.ts';
import { isRefused, reach } from './reach.ts';

/** Teams calls the directory's id `objectId` in this one list, and `aadObjectId` everywhere else. */
export function members(world: World, id: string): Reply {
  const reached = reach(world, id);
  if (isRefused(reached)) return reached;
  const all = membersOf(world, reached.conversation).map((person) => {
    const { aadObjectId, ...rest } = account(person);
    return { ...rest, objectId: aadObjectId };
  });
  return { status: 200, answer: all };
}

export function pagedMembers(world: World, id: string, query: URLSearchParams): Reply {
  const reached = reach(world, id);
  if (isRefused(reached)) return reached;
  const size = Number(query.get('pageSize') ?? 200);
  const from = Number(query.get('continuationToken') ?? 0);
  if (!(size >= 1 && size <= 500 && from >= 0)) return refusal(400, 'BadArgument', 'No such page.');
  const all = membersOf(world, reached.conversation);
  const page = all.slice(from, from + size).map(account);
  const more = from + size < all.length ? { continuationToken: String(from + size) } : {};
  return { status: 200, answer: { members: page, ...more } };
}

export function member(world: World, id: string, who: string): Reply {
  const reached = reach(world, id);
  if (isRefused(reached)) return reached;
  const person = findPerson(world, who);
  const there = person && membersOf(world, reached.conversation).includes(person);
  return there
    ? { status: 200, answer: account(person) }
    : refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
}

export function team(world: World, id: string): Reply {
  const found = world.teams.get(id);
  if (!found) return refused(refusals.noConversation);
  if (!found.installed) return refused(refusals.notInRoster);
  const count = { channelCount: channelsOf(world, id).length, memberCount: found.members.size };
  const answer = { id, name: found.name, aadGroupId: found.aadGroup, tenantId: world.tenant, type: 'standard' };
  return { status: 200, answer: { ...answer, ...count } };
}

/** The first channel has no name here, as in Teams. */
export function channels(world: World, id: string): Reply {
  const found = world.teams.get(id);
  if (!found) return refused(refusals.noConversation);
  if (!found.installed) return refused(refusals.notInRoster);
  const conversations = channelsOf(world, id).map((channel) => ({
    id: channel.id,
    ...(channel.id === id ? {} : { name: channel.name }),
  }));
  return { status: 200, answer: { conversations } };
}

function channelsOf({ conversations }: World, id: string): readonly Conversation[] {
  return [...conversations.values()].filter((conversation) => conversation.team === id);
}

function membersOf({ people, teams }: World, { user, team: of }: Conversation): readonly Person[] {
  const there = user ? new Set([user]) : (teams.get(of ?? '')?.members ?? new Set());
  return [...people.values()].filter(({ id }) => there.has(id));
}

function account({ id, aad, name, email, upn, tenant, role }: Person): Fields {
  const [givenName = '', ...rest] = name.split(' ');
  return {
    id,
    name,
    givenName,
    surname: rest.join(' '),
    email,
    userPrincipalName: upn,
    tenantId: tenant,
    userRole: role,
    aadObjectId: aad,
  };
}
