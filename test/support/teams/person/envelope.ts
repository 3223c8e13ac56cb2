/** What stands around everything Teams tells a bot: who, where, when, and in which tenant. */
import type { Fields } from '../../slack/json.ts';
import { type Conversation, type Person, serviceUrl, type World } from '../world.ts';

type Where = {
  readonly person: Person;
  readonly conversation: Conversation;
  /** The thread it happens in, in a channel. */
  readonly root?: string | undefined;
};

export function envelope(world: World, { person, conversation, root }: Where): Fields {
  const { bot, now } = world;
  return {
    timestamp: new Date(now()).toISOString(),
    channelId: 'msteams',
    serviceUrl: serviceUrl(world),
    from: { id: person.id, name: person.name, aadObjectId: person.aad },
    conversation: conversationAccount(conversation, person.tenant, root),
    recipient: { id: bot.id, name: bot.name },
    channelData: channelData(world, conversation, person.tenant),
  };
}

/** What a person's client adds of itself. */
export function clientOf({ now }: World, { zone, locale }: Person): Fields {
  const country = locale.split('-')[1] ?? 'US';
  return {
    localTimestamp: new Date(now()).toISOString(),
    localTimezone: zone,
    locale,
    entities: [{ locale, country, platform: 'Web', timezone: zone, type: 'clientInfo' }],
  };
}

function conversationAccount({ id, user }: Conversation, tenantId: string, root: string | undefined): Fields {
  if (user) return { conversationType: 'personal', tenantId, id };
  return { isGroup: true, conversationType: 'channel', tenantId, id: root ? `${id};messageid=${root}` : id };
}

function channelData(world: World, { id, team }: Conversation, tenant: string): Fields {
  if (!team) return { tenant: { id: tenant } };
  const name = world.teams.get(team)?.name ?? '';
  return {
    teamsChannelId: id,
    teamsTeamId: team,
    channel: { id },
    team: { id: team, name },
    tenant: { id: tenant },
  };
}
