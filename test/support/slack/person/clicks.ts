/** A person clicks: in a message, a modal or the Home. The payload is made of what Slack holds, as it looked just then. */
import type { Placed } from '../checks/elements.ts';
import type { Fields } from '../json.ts';
import { messagePayload } from '../message-payload.ts';
import { dmWith } from '../people.ts';
import { fieldKey, statesOf } from '../states.ts';
import type { How, Teller, Told } from '../telling.ts';
import { responseUrl, trigger } from '../triggers.ts';
import { viewPayload } from '../view-payload.ts';
import { put } from '../views.ts';
import type { Message, View, World } from '../world.ts';
import { entering } from './entering.ts';
import { type Aim, find, has } from './find.ts';
import { action, interaction, shownName } from './payloads.ts';

export type InMessage = Aim & {
  /** A channel; otherwise the person's direct message with the app. */
  readonly in?: string;
  /** A message as it once looked, also when it has changed since; otherwise the newest that has it. */
  readonly of?: Message;
};

export function clicks(world: World, tell: Teller) {
  return {
    clickInMessage(user: string, aim: InMessage, how?: How): Promise<Told> {
      const channel = world.channels.get(aim.of?.channel ?? aim.in ?? dmWith(world, user).id);
      if (!channel) throw new Error(`There is no channel ${aim.in}.`);
      const message = aim.of ?? newestWith(world, { user, channel: channel.id, aim });
      const placed = find(message.blocks, aim);
      const entered = enteredBy(world, placed, aim);
      const ephemeral = message.onlyFor !== undefined;
      const states = statesOf(
        message.blocks,
        entered ? new Map([[fieldKey(placed.block, placed.element), entered]]) : new Map(),
      );
      const payload = {
        ...interaction(world, 'block_actions', user),
        container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral },
        trigger_id: trigger(world, user),
        channel: { id: channel.id, name: shownName(channel) },
        ...(ephemeral ? {} : { message: messagePayload(world, message) }),
        state: { values: states },
        response_url: responseUrl(world, { user, channel: channel.id, original: message.ts }),
        actions: [action(world, placed.block, placed.element, entered)],
      };
      return tell({ kind: 'interactive', payload }, how);
    },
    async clickInModal(user: string, aim: Aim, how?: How): Promise<Told> {
      const view = world.modals.get(user)?.at(-1);
      if (!view) throw new Error(`${user} has no modal open.`);
      return clickInView(world, tell, { view, aim, how });
    },
    async clickInHome(user: string, aim: Aim, how?: How): Promise<Told> {
      const view = world.homes.get(user);
      if (!view) throw new Error(`${user} has no Home yet.`);
      return clickInView(world, tell, { view, aim, how });
    },
  };
}

function clickInView(world: World, tell: Teller, { view, aim, how }: { view: View; aim: Aim; how: How | undefined }) {
  const placed = find(view.blocks, aim);
  const { block, element } = placed;
  const entered = enteredBy(world, placed, aim);
  const now = entered ? { ...view, entered: new Map([...view.entered, [fieldKey(block, element), entered]]) } : view;
  put(world, now);
  if (block['type'] === 'input' && block['dispatch_action'] !== true)
    throw new Error(`A change of ${String(aim.click)} is not sent to the app: it has no dispatch_action.`);
  const payload = {
    ...interaction(world, 'block_actions', view.user),
    container: { type: 'view', view_id: view.id },
    trigger_id: trigger(world, view.user),
    view: viewPayload(world, now),
    actions: [action(world, block, element, entered)],
  };
  return tell({ kind: 'interactive', payload }, how);
}

function enteredBy(world: World, { element }: Placed, { choose, click }: Aim): Fields | undefined {
  if (element['type'] === 'button') return undefined;
  if (choose === undefined) throw new Error(`${String(click)} is a ${String(element['type'])}: say what to choose.`);
  return entering(world, element, choose);
}

function newestWith(world: World, { user, channel, aim }: { user: string; channel: string; aim: Aim }): Message {
  const seen = world.messages.filter((each) => each.channel === channel && (each.onlyFor ?? user) === user);
  const found = seen.findLast(({ blocks }) => has(blocks, aim)) ?? seen.at(-1);
  if (!found) throw new Error(`${user} sees no message in ${channel}.`);
  return found;
}
