/** A person types a slash command. */
import { contentOf, isRefusal } from '../content.ts';
import { isFields, parsed } from '../json.ts';
import { limits } from '../limits.ts';
import { dmWith, userNamed } from '../people.ts';
import { post } from '../posting.ts';
import type { How, Teller, Told } from '../telling.ts';
import { responseUrl, trigger } from '../triggers.ts';
import type { World } from '../world.ts';
import { shownName } from './payloads.ts';

export function commands(world: World, tell: Teller) {
  return {
    /** `/review status`, in a channel or else in the direct message with the app. */
    async slashCommand(
      user: string,
      typed: string,
      { in: where, ...how }: How & { readonly in?: string } = {},
    ): Promise<Told> {
      if (!world.scopes.has('commands')) throw new Error('The app may not have commands: a scope is missing.');
      const channel = world.channels.get(where ?? dmWith(world, user).id);
      if (!channel) throw new Error(`There is no channel ${where}.`);
      const [command = '', ...rest] = typed.split(' ');
      const payload = {
        token: world.tokens.verification,
        team_id: world.team.id,
        team_domain: world.team.domain,
        channel_id: channel.id,
        channel_name: shownName(channel),
        user_id: user,
        user_name: userNamed(world, user).name,
        command,
        text: rest.join(' '),
        api_app_id: world.app.id,
        is_enterprise_install: 'false',
        response_url: responseUrl(world, { user, channel: channel.id }),
        trigger_id: trigger(world, user),
      };
      const told = await tell({ kind: 'slash_commands', payload }, how);
      if (told.status === 200 && told.text.trim() !== '') show(world, told, { user, channel: channel.id });
      return told;
    },
  };
}

/** What the app said at once, in its answer. */
function show(world: World, { text, body }: Told, { user, channel }: { user: string; channel: string }): void {
  const args = isFields(parsed(text)) ? body : { text };
  const place = { in: 'slash command answer', channel, maxText: limits.message.postText, maxAll: false };
  const content = contentOf(world, args, place);
  if (isRefusal(content)) return;
  const onlyFor = body['response_type'] === 'in_channel' ? {} : { onlyFor: user };
  post(world, { channel, ...content, blocks: content.blocks ?? [], ...onlyFor });
}
