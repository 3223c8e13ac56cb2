/** What an act lets the app do next: open a modal within three seconds, and answer at a URL for half an hour. */
import { limits } from './limits.ts';
import type { World } from './world.ts';

export function trigger(world: World, user: string): string {
  const id = world.ids.trigger(world.team.id);
  world.triggers.set(id, { user, until: world.now() + limits.triggerSeconds * 1000, used: false });
  return id;
}

/** Whose act it was, once; or why not. */
export function exchange(world: World, id: string): { readonly user: string } | { readonly error: string } {
  const known = world.triggers.get(id);
  if (!known) return { error: 'invalid_trigger_id' };
  if (known.used) return { error: 'exchanged_trigger_id' };
  if (world.now() > known.until) return { error: 'expired_trigger_id' };
  known.used = true;
  return { user: known.user };
}

export function responseUrl(world: World, about: { user: string; channel: string; original?: string }): string {
  const id = world.ids.next('R');
  const until = world.now() + limits.responseUrl.minutes * 60_000;
  world.responseUrls.set(id, { id, ...about, until, used: 0 });
  return `${world.origin}/actions/${world.team.id}/${id}`;
}
