/** views.update and views.publish. */
import { no, yes } from '../answer.ts';
import { text } from '../json.ts';
import { viewPayload } from '../view-payload.ts';
import { allViews, changedView, givenView, newView, put, taken } from '../views.ts';
import type { Method } from './method.ts';

export const updateView: Method = (world, args) => {
  const given = givenView(world, args, 'views.update');
  if ('ok' in given) return given;
  const id = text(args['view_id']);
  const external = text(args['external_id']);
  const view = allViews(world).find((each) =>
    id ? each.id === id : external && each.given['external_id'] === external,
  );
  if (!view) return no('not_found');
  if (view.type !== given.view['type']) return no('invalid_arguments');
  if (args['hash'] !== undefined && args['hash'] !== view.hash) return no('hash_conflict');
  const twice = taken(world, given.view, view);
  if (twice) return twice;
  const changed = changedView(world, view, given.view);
  put(world, changed);
  return yes({ view: viewPayload(world, changed) });
};

export const publish: Method = (world, args) => {
  const given = givenView(world, args, 'views.publish');
  if ('ok' in given) return given;
  if (given.view['type'] !== 'home') return no('invalid_arguments');
  const user = text(args['user_id']);
  if (!world.users.has(user)) return no('user_not_found');
  const before = world.homes.get(user);
  if (args['hash'] !== undefined && args['hash'] !== before?.hash) return no('hash_conflict');
  const twice = taken(world, given.view, before);
  if (twice) return twice;
  const home = before ? changedView(world, before, given.view) : newView(world, user, given.view);
  put(world, home);
  return yes({ view: viewPayload(world, home) });
};
