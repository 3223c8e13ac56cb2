/** Who is in the tenant, where they meet, and who is named how. */
import type { Conversation, Person, Team, World } from './world.ts';

export type Someone = Partial<Person> & { readonly name: string };
export type SomeTeam = { readonly name: string; readonly members?: Iterable<string>; readonly installed?: boolean };

/** In the tenant as everybody is, with an address made from the name; without the app until it is installed. */
export function addPerson(world: World, someone: Someone): Person {
  const email = `${someone.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.com`;
  const person: Person = {
    id: world.ids.person(),
    aad: world.ids.guid(),
    email,
    upn: email,
    tenant: world.tenant,
    zone: 'Europe/Stockholm',
    locale: 'en-US',
    role: 'user',
    ...someone,
  };
  world.people.set(person.id, person);
  return person;
}

/** Everybody there so far is in it unless `members` says who; the app is not, unless it is `installed`. */
export function addTeam(world: World, { name, members, installed = false }: SomeTeam): Team {
  const everybody = [...world.people.values()].filter(({ tenant }) => tenant === world.tenant).map(({ id }) => id);
  const team = {
    id: world.ids.thread(),
    name,
    aadGroup: world.ids.guid(),
    members: new Set(members ?? everybody),
    installed,
  };
  world.teams.set(team.id, team);
  // A team's first channel carries the team's id, as in Teams.
  world.conversations.set(team.id, { id: team.id, name: 'General', team: team.id });
  return team;
}

export function addChannel(world: World, { name, team }: { name: string; team: string }): Conversation {
  const channel = { id: world.ids.thread(), name, team };
  world.conversations.set(channel.id, channel);
  return channel;
}

/** The chat is there before anybody speaks in it, and keeps its id when the app goes and comes. */
export function personalChat(world: World, person: string): Conversation {
  const known = [...world.conversations.values()].find(({ user }) => user === person);
  if (known) return known;
  const chat = { id: world.ids.personal(), name: '', user: person };
  world.conversations.set(chat.id, chat);
  return chat;
}

/** By either of the two ids by which the connector knows people. */
export function findPerson(world: World, id: string): Person | undefined {
  return world.people.get(id) ?? [...world.people.values()].find(({ aad }) => aad === id);
}

export function personNamed(world: World, id: string): Person {
  const person = findPerson(world, id);
  if (!person) throw new Error(`Nobody here is ${id}.`);
  return person;
}

export function conversationNamed(world: World, id: string): Conversation {
  const conversation = world.conversations.get(id);
  if (!conversation) throw new Error(`There is no conversation ${id}.`);
  return conversation;
}
