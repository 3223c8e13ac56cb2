/** Who is in the workspace, and who they talk to. */
import type { Channel, User, World } from './world.ts';

export type Someone = Partial<User> & { readonly realName: string };
export type Somewhere = Partial<Omit<Channel, 'members'>> & {
  readonly name: string;
  readonly members?: Iterable<string>;
};

/** In the workspace as everybody is, with an address made from the name. */
export function addUser(world: World, someone: Someone): User {
  const name = someone.realName.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  const user: User = {
    id: world.ids.next('U'),
    name,
    email: `${name}@example.com`,
    zone: 'Europe/Stockholm',
    deleted: false,
    isBot: false,
    isGuest: false,
    team: world.team.id,
    ...someone,
  };
  world.users.set(user.id, user);
  return user;
}

/** The app is in it unless `members` is given without the bot. */
export function addChannel(world: World, somewhere: Somewhere): Channel {
  const channel: Channel = {
    id: world.ids.next('C'),
    kind: 'public',
    archived: false,
    shared: false,
    ...somewhere,
    members: new Set(somewhere.members ?? [world.app.bot, ...world.users.keys()]),
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Every person has one direct message with the app, which is opened by need. */
export function dmWith(world: World, user: string): Channel {
  const known = [...world.channels.values()].find((channel) => channel.kind === 'dm' && channel.user === user);
  if (known) return known;
  const id = world.ids.next('D');
  return addChannel(world, { id, name: 'directmessage', kind: 'dm', user, members: [user, world.app.bot] });
}

export function userNamed(world: World, id: string): User {
  const user = world.users.get(id);
  if (!user) throw new Error(`Nobody here is ${id}.`);
  return user;
}
