/** users.info and users.lookupByEmail. */
import { no, yes } from '../answer.ts';
import { text } from '../json.ts';
import { userPayload } from '../user-payload.ts';
import type { Method } from './method.ts';

export const info: Method = (world, args) => {
  const user = world.users.get(text(args['user']));
  return user ? yes({ user: userPayload(user, world.scopes) }) : no('user_not_found');
};

/** Finds nobody who is deactivated. */
export const lookupByEmail: Method = (world, args) => {
  const email = text(args['email']).toLowerCase();
  const user = [...world.users.values()].find(
    (each) => each.email.toLowerCase() === email && !each.deleted && !each.isBot,
  );
  return user && email ? yes({ user: userPayload(user, world.scopes) }) : no('users_not_found');
};
