/** Modals and Homes as people have them before them. */
import { type Answer, no } from './answer.ts';
import { mrkdwnIn } from './checks/pages.ts';
import { tooLarge, viewFaults } from './checks/view-faults.ts';
import { noteTexts, refused } from './content.ts';
import { dress } from './dress.ts';
import { type Fields, fields, list, parsed, text } from './json.ts';
import type { View, World } from './world.ts';

/** What the app gave as a view, or why Slack refuses it. */
export function givenView(world: World, args: Fields, where: string): { readonly view: Fields } | Answer {
  const given = typeof args['view'] === 'string' ? parsed(args['view']) : args['view'];
  const view = fields(given);
  if (tooLarge(view)) return refused(world, where, 'view_too_large', []);
  const faults = [...viewFaults(view)];
  if (faults.length) return refused(world, where, 'invalid_arguments', faults);
  noteTexts(world, { in: where }, { texts: mrkdwnIn(view['blocks']), blocks: view['blocks'] });
  return { view };
}

export function newView(world: World, user: string, given: Fields, below?: View): View {
  const id = world.ids.next('V');
  return {
    id,
    user,
    type: given['type'] === 'home' ? 'home' : 'modal',
    hash: world.ids.hash(),
    given,
    blocks: dress(list(given['blocks']), world.ids),
    root: below?.root ?? id,
    previous: below?.id ?? null,
    entered: new Map(),
  };
}

/** What was entered stays where block and action keep their ids. */
export function changedView(world: World, view: View, given: Fields): View {
  return { ...view, given, hash: world.ids.hash(), blocks: dress(list(given['blocks']), world.ids) };
}

export function allViews(world: World): readonly View[] {
  return [...[...world.modals.values()].flat(), ...world.homes.values()];
}

export function put(world: World, view: View): void {
  if (view.type === 'home') world.homes.set(view.user, view);
  else {
    const stack = world.modals.get(view.user) ?? [];
    world.modals.set(
      view.user,
      stack.map((each) => (each.id === view.id ? view : each)),
    );
  }
}

/** An external id is one view's in the whole workspace. */
export function taken(world: World, given: Fields, but?: View): Answer | undefined {
  const external = text(given['external_id']);
  const other = allViews(world).some(({ id, given: has }) => id !== but?.id && text(has['external_id']) === external);
  return external && other ? no('duplicate_external_id') : undefined;
}
