/** conversations.info, .list, .members and .open. */
import { type Answer, no, yes } from '../answer.ts';
import { type Fields, text } from '../json.ts';
import { dmWith } from '../people.ts';
import type { Channel, World } from '../world.ts';
import type { Method } from './method.ts';

const scopeOf = { public: 'channels:read', private: 'groups:read', dm: 'im:read' } as const;

export const infoOf: Method = (world, args) => {
  const channel = seen(world, text(args['channel']));
  if ('ok' in channel) return channel;
  const counted = String(args['include_num_members']) === 'true' ? { num_members: channel.members.size } : {};
  return yes({ channel: { ...channelPayload(world, channel), ...counted } });
};

export const members: Method = (world, args) => {
  const channel = seen(world, text(args['channel']));
  if ('ok' in channel) return channel;
  return paged('members', [...channel.members], args);
};

export const listed: Method = (world, args) => {
  const types = (text(args['types']) || 'public_channel').split(',');
  const open = [...world.channels.values()].filter(
    ({ kind, members: in_ }) =>
      types.includes(`${kind}_channel`) &&
      world.scopes.has(scopeOf[kind]) &&
      (kind === 'public' || in_.has(world.app.bot)),
  );
  return paged(
    'channels',
    open.map((channel) => channelPayload(world, channel)),
    args,
  );
};

export const openDm: Method = (world, args) => {
  const user = world.users.get(text(args['users']));
  if (!user) return no('user_not_found');
  return user.deleted ? no('user_disabled') : yes({ channel: { id: dmWith(world, user.id).id } });
};

/** A private channel without the bot does not exist for it. */
function seen(world: World, id: string): Channel | Answer {
  const channel = world.channels.get(id);
  if (!channel || (channel.kind !== 'public' && !channel.members.has(world.app.bot))) return no('channel_not_found');
  const needed = scopeOf[channel.kind];
  if (world.scopes.has(needed)) return channel;
  return no('missing_scope', { needed, provided: [...world.scopes].join(',') });
}

function paged(name: string, all: readonly unknown[], args: Fields): Answer {
  const from = Number(args['cursor'] ?? 0) || 0;
  const limit = Math.min(Number(args['limit'] ?? 100) || 100, 1000);
  const next = from + limit < all.length ? String(from + limit) : '';
  return yes({ [name]: all.slice(from, from + limit), response_metadata: { next_cursor: next } });
}

export function channelPayload({ app, team }: World, channel: Channel): Fields {
  const common = { id: channel.id, created: 1, is_archived: channel.archived, context_team_id: team.id, updated: 1 };
  if (channel.kind === 'dm') return { ...common, is_im: true, user: channel.user, is_ext_shared: false };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_shared: channel.shared,
    is_org_shared: false,
    is_ext_shared: channel.shared,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: channel.shared ? [team.id, 'T0ELSEWHERE'] : [team.id],
    is_member: channel.members.has(app.bot),
    creator: '',
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}
