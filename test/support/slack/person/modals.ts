/** A person fills, sends or closes the modal on top, and Slack does what the app answers. */
import { interactiveIn } from '../checks/elements.ts';
import { fields, text } from '../json.ts';
import { fieldKey, statesOf } from '../states.ts';
import type { How, Teller, Told } from '../telling.ts';
import { trigger } from '../triggers.ts';
import { viewPayload } from '../view-payload.ts';
import { put } from '../views.ts';
import type { View, World } from '../world.ts';
import { answerSubmission } from './answer-submission.ts';
import { entering, unsendable } from './entering.ts';
import type { Entered } from './find.ts';
import { interaction } from './payloads.ts';
import { labelOf } from './visible.ts';

/** By the label of a field, or by the id of its block or action. */
export type Filling = Readonly<Record<string, Entered>>;
export type Submitted = Told & {
  /** What the app says is wrong, by the label of its field. */
  readonly errors: Readonly<Record<string, string>>;
};

export function modals(world: World, tell: Teller) {
  function top(user: string): View {
    const view = world.modals.get(user)?.at(-1);
    if (!view) throw new Error(`${user} has no modal open.`);
    return view;
  }
  function fill(user: string, filling: Filling): View {
    const view = top(user);
    const entered = new Map(view.entered);
    for (const [name, what] of Object.entries(filling)) {
      const { block, element } = fieldNamed(view, name);
      entered.set(fieldKey(block, element), entering(world, element, what));
    }
    const filled = { ...view, entered };
    put(world, filled);
    return filled;
  }
  return {
    /** Enters without sending. */
    fill: (user: string, filling: Filling) => void fill(user, filling),
    async submitView(user: string, filling: Filling = {}, how?: How): Promise<Submitted> {
      const view = fill(user, filling);
      refuseUnsendable(view);
      const payload = {
        ...interaction(world, 'view_submission', user),
        trigger_id: trigger(world, user),
        view: viewPayload(world, view),
        response_urls: [],
      };
      const told = await tell({ kind: 'interactive', payload }, how);
      return { ...told, errors: answerSubmission(world, view, told) };
    },
    /** With the cross or *Cancel*; `all` as with *Clear all*. The app hears of it only when it asked to. */
    async closeView(
      user: string,
      { all = false, ...how }: How & { readonly all?: boolean } = {},
    ): Promise<Told | undefined> {
      const view = top(user);
      const stack = world.modals.get(user) ?? [];
      const gone = all || view.given['clear_on_close'] === true;
      world.modals.set(user, gone ? [] : stack.slice(0, -1));
      if (view.given['notify_on_close'] !== true) return undefined;
      const payload = {
        ...interaction(world, 'view_closed', user),
        view: viewPayload(world, view),
        is_cleared: gone,
      };
      return tell({ kind: 'interactive', payload }, how);
    },
  };
}

function fieldNamed(view: View, name: string) {
  const all = interactiveIn(view.blocks).filter(({ element }) => element['type'] !== 'button');
  const names = ({ block, element }: (typeof all)[number]) =>
    [labelOf(block, element), block['block_id'], element['action_id']].map(String);
  const fitting = all.filter((placed) => names(placed).includes(name));
  const [found, ...more] = fitting;
  if (!found) throw new Error(`There is no field ${name}. There are: ${all.map((each) => names(each)[0]).join(', ')}.`);
  if (more.length) throw new Error(`${fitting.length} fields are called ${name}: use the id of a block.`);
  return found;
}

/** Slack's own check comes before the app's. */
function refuseUnsendable(view: View): void {
  if (!view.given['submit']) throw new Error('This modal cannot be sent.');
  const states = statesOf(view.blocks, view.entered);
  const faults = interactiveIn(view.blocks).flatMap(({ block, element }) => {
    const state = fields(fields(states[text(block['block_id'])])[text(element['action_id'])]);
    return block['type'] === 'input' ? (unsendable(block, element, state) ?? []) : [];
  });
  if (faults.length) throw new Error(`Slack does not let this be sent: ${faults.join(' ')}`);
}
