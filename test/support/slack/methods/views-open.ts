/** views.open and views.push: a modal for who has just acted. */
import { no, yes } from '../answer.ts';
import { text } from '../json.ts';
import { limits } from '../limits.ts';
import { exchange } from '../triggers.ts';
import { viewPayload } from '../view-payload.ts';
import { givenView, newView, taken } from '../views.ts';
import type { Method } from './method.ts';

export const open: Method = (world, args) => opening(world, args, 'views.open');
export const push: Method = (world, args) => opening(world, args, 'views.push');

const opening = (...[world, args, how]: [...Parameters<Method>, 'views.open' | 'views.push']) => {
  const given = givenView(world, args, how);
  if ('ok' in given) return given;
  if (given.view['type'] !== 'modal') return no('invalid_arguments');
  const act = exchange(world, text(args['trigger_id']));
  if ('error' in act) return no(act.error);
  const stack = how === 'views.push' ? (world.modals.get(act.user) ?? []) : [];
  if (how === 'views.push' && stack.length === 0) return no('not_found');
  if (stack.length >= limits.view.stack) return no('push_limit_reached');
  const twice = taken(world, given.view);
  if (twice) return twice;
  const view = newView(world, act.user, given.view, stack.at(-1));
  world.modals.set(act.user, [...stack, view]);
  return yes({ view: viewPayload(world, view) });
};
