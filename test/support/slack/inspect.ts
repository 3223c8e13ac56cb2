/** What people see, and what the app did: for a test to look at. */
import type { Entry } from './journal.ts';
import { type Fields, text } from './json.ts';
import { unescaped, visible } from './person/visible.ts';
import { viewPayload } from './view-payload.ts';
import type { Message, View, World } from './world.ts';

/** A view on a screen: as Slack holds it, with its payload and its words. */
export type Shown = View & { readonly payload: Fields; readonly says: string };

export function inspect(world: World) {
  const shown = (view: View): Shown => ({
    ...view,
    payload: viewPayload(world, view),
    says: visible([view.given['title'], view.blocks]),
  });
  const home = (user: string) => world.homes.get(user);
  const messagesTo = (user: string): readonly Message[] => {
    const dm = [...world.channels.values()].find((channel) => channel.kind === 'dm' && channel.user === user);
    return world.messages.filter(({ channel }) => channel === dm?.id);
  };
  return {
    /** What everybody there sees, oldest first. */
    messages: (channel: string): readonly Message[] =>
      world.messages.filter((each) => each.channel === channel && each.onlyFor === undefined),
    /** The person's direct message with the app, oldest first. */
    dm: (user: string): readonly Message[] => messagesTo(user).filter(({ onlyFor }) => onlyFor === undefined),
    /** The same, with what only they see there. */
    messagesTo,
    /** What only this person sees, wherever it stands. */
    ephemerals: (user: string): readonly Message[] => world.messages.filter(({ onlyFor }) => onlyFor === user),
    home(user: string): Shown | undefined {
      const view = home(user);
      return view ? shown(view) : undefined;
    },
    /** From the first to the one on top. */
    modals: (user: string): readonly Shown[] => (world.modals.get(user) ?? []).map(shown),
    /** What a message says, as it is read: its blocks, or else its text. */
    says: (message: Message): string => (message.blocks.length ? visible(message.blocks) : asText(message)),
    /** What was asked of a method, in order. */
    calls: (method: string): readonly Entry[] => world.journal.entries.filter(({ name }) => name === method),
    /** What came to the response_urls, in order. */
    responses: (): readonly Entry[] => world.journal.entries.filter(({ name }) => name === 'response_url'),
    /** What the methods of this Slack refused, with the reason. */
    refusals: (): readonly string[] =>
      world.journal.entries.flatMap(({ name, answer }) =>
        answer['ok'] === false ? `${name}: ${text(answer['error'])}` : [],
      ),
  };
}

/** Escaped in any case; its marks are read unless it says that it has none. */
function asText({ text: said, unmarked }: Message): string {
  return unmarked ? unescaped(said) : visible([{ type: 'mrkdwn', text: said }]);
}
