/** What happens in the workspace, told through the Events API. */
import type { Fields } from '../json.ts';
import { dmWith, userNamed } from '../people.ts';
import { post } from '../posting.ts';
import type { How, Teller, Told } from '../telling.ts';
import { userPayload } from '../user-payload.ts';
import { viewPayload } from '../view-payload.ts';
import type { User, World } from '../world.ts';

export function events(world: World, tell: Teller) {
  const event = (inner: Fields, how?: How): Promise<Told> =>
    tell({ kind: 'events_api', payload: envelope(world, inner) }, how);
  const share = (id: string, shared: boolean): void => {
    const channel = world.channels.get(id);
    if (!channel) throw new Error(`There is no channel ${id}.`);
    world.channels.set(id, { ...channel, shared });
  };
  return {
    /** Any event; the envelope around it is Slack's. */
    event,
    openHome(user: string, how?: How): Promise<Told> {
      const home = world.homes.get(user);
      const view = home ? { view: viewPayload(world, home) } : {};
      const channel = dmWith(world, user).id;
      return event({ type: 'app_home_opened', user, channel, tab: 'home', ...view, event_ts: world.ids.ts() }, how);
    },
    /** A person writes to the app. */
    writeTo(user: string, text: string, how?: How): Promise<Told> {
      const channel = dmWith(world, user).id;
      const { ts } = post(world, { channel, user, text });
      const inner = { type: 'message', channel, channel_type: 'im', user, text, ts, event_ts: ts, team: world.team.id };
      return event(inner, how);
    },
    /** Somebody leaves, comes back, or gets another name, address or zone. */
    userChange(id: string, change: Partial<Omit<User, 'id'>>, how?: How): Promise<Told> {
      const user = { ...userNamed(world, id), ...change };
      world.users.set(id, user);
      const inner = {
        type: 'user_change',
        user: userPayload(user, world.scopes),
        cache_ts: Math.floor(world.now() / 1000),
      };
      return event(inner, how);
    },
    /** Another organisation joins a channel. */
    shareChannel(id: string, how?: How): Promise<Told> {
      share(id, true);
      return event({ type: 'channel_shared', connected_team_id: 'E0000000001', channel: id }, how);
    },
    /** And goes. */
    unshareChannel(id: string, how?: How): Promise<Told> {
      share(id, false);
      const left = { previously_connected_team_id: 'E0000000001', is_ext_shared: false };
      return event({ type: 'channel_unshared', ...left, channel: id }, how);
    },
    tokensRevoked(how?: How): Promise<Told> {
      world.revoked = 'token_revoked';
      return event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [world.app.bot] } }, how);
    },
    uninstall(how?: How): Promise<Told> {
      world.revoked = 'account_inactive';
      return event({ type: 'app_uninstalled' }, how);
    },
    /** Slack asks whether the address is the app's: it must answer the challenge. */
    verifyUrl(how?: How): Promise<Told> {
      const challenge = world.ids.next('challenge-');
      return tell(
        { kind: 'events_api', payload: { token: world.tokens.verification, challenge, type: 'url_verification' } },
        how,
      );
    },
  };
}

function envelope({ tokens, team, app, ids, now }: World, inner: Fields): Fields {
  const authorization = {
    enterprise_id: null,
    team_id: team.id,
    user_id: app.bot,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    token: tokens.verification,
    team_id: team.id,
    api_app_id: app.id,
    event: inner,
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: Math.floor(now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: ids.next('4-'),
  };
}
