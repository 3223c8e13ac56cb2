/** The app comes to a person or a team, and goes: Teams says it twice, in two kinds of activity. */
import { type Fields, fields } from '../../slack/json.ts';
import { conversationNamed, personalChat, personNamed } from '../people.ts';
import type { How, Teller, Told } from '../telling.ts';
import type { Person, Team, World } from '../world.ts';
import { clientOf, envelope } from './envelope.ts';

/** What was told, in order. A person who has the app already is told of as `add-upgrade`. */
export type Installed = { readonly update: Told | undefined; readonly installation: Told };

export function installs(world: World, tell: Teller) {
  return {
    async install(user: string, how?: How): Promise<Installed> {
      const person = personNamed(world, user);
      const again = world.installed.has(person.id);
      const around = envelope(world, { person, conversation: personalChat(world, person.id) });
      world.installed.add(person.id);
      const added = { membersAdded: [{ id: person.id, aadObjectId: person.aad }, { id: world.bot.id }] };
      const update = again
        ? undefined
        : await tell(happened(world, around, { type: 'conversationUpdate', ...added }), how);
      const installation = await tell(changed(world, person, { around, action: again ? 'add-upgrade' : 'add' }), how);
      return { update, installation };
    },
    /** From then on the bot is refused. Teams says it once. */
    uninstall(user: string, how?: How): Promise<Told> {
      const person = personNamed(world, user);
      const around = envelope(world, { person, conversation: personalChat(world, person.id) });
      world.installed.delete(person.id);
      return tell(changed(world, person, { around, action: 'remove' }), how);
    },
    /** As a policy of the tenant or a lost message does: nobody tells the bot. */
    installSilently(user: string): void {
      world.installed.add(personNamed(world, user).id);
      personalChat(world, personNamed(world, user).id);
    },
    async installInTeam(team: string, by: string, how?: How): Promise<Installed> {
      const person = personNamed(world, by);
      const at = withTeam(world, { team, person, eventType: 'teamMemberAdded' }, true);
      const added = { type: 'conversationUpdate', membersAdded: [{ id: world.bot.id }] };
      const update = await tell(happened(world, at, added), how);
      return { update, installation: await tell(changed(world, person, { around: at, action: 'add' }), how) };
    },
    async uninstallFromTeam(team: string, by: string, how?: How): Promise<Installed> {
      const person = personNamed(world, by);
      const at = withTeam(world, { team, person, eventType: 'teamMemberRemoved' }, false);
      const removed = { type: 'conversationUpdate', membersRemoved: [{ id: world.bot.id }] };
      const update = await tell(happened(world, at, removed), how);
      return { update, installation: await tell(changed(world, person, { around: at, action: 'remove' }), how) };
    },
    /** Somebody joins a team that has the app. */
    join(team: string, user: string, how?: How): Promise<Told> {
      const person = personNamed(world, user);
      const known = teamNamed(world, team);
      world.teams.set(team, { ...known, members: new Set([...known.members, person.id]) });
      const at = withTeam(world, { team, person, eventType: 'teamMemberAdded' }, known.installed);
      const membersAdded = [{ id: person.id, aadObjectId: person.aad }];
      return tell(happened(world, at, { type: 'conversationUpdate', membersAdded }), how);
    },
  };
}

function happened({ ids }: World, around: Fields, what: Fields): Fields {
  return { ...around, ...what, id: ids.happening() };
}

function changed(world: World, person: Person, { around, action }: { around: Fields; action: string }): Fields {
  return happened(world, around, { type: 'installationUpdate', action, ...clientOf(world, person) });
}

type InTeam = { readonly team: string; readonly person: Person; readonly eventType: string };

function withTeam(world: World, { team, person, eventType }: InTeam, installed: boolean): Fields {
  const known = teamNamed(world, team);
  world.teams.set(team, { ...known, installed });
  const around = envelope(world, { person, conversation: conversationNamed(world, team) });
  const { name, aadGroup: aadGroupId } = known;
  const channelData = { ...fields(around['channelData']), team: { id: team, name, aadGroupId }, eventType };
  return { ...around, channelData };
}

function teamNamed({ teams }: World, id: string): Team {
  const team = teams.get(id);
  if (!team) throw new Error(`There is no team ${id}.`);
  return team;
}
