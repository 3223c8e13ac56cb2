/** What is common to everything a person does. */
import { type Fields, text } from '../json.ts';
import { userNamed } from '../people.ts';
import { held } from '../states.ts';
import type { Channel, World } from '../world.ts';

export function interaction(world: World, type: string, user: string): Fields {
  const { id, name, team } = userNamed(world, user);
  return {
    type,
    team: { id: world.team.id, domain: world.team.domain },
    user: { id, username: name, name, team_id: team },
    api_app_id: world.app.id,
    token: world.tokens.verification,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A private channel does not tell its name. */
export function shownName({ kind, name }: Channel): string {
  if (kind === 'public') return name;
  return kind === 'private' ? 'privategroup' : 'directmessage';
}

/** One entry of `actions`. */
export function action(world: World, block: Fields, element: Fields, entered: Fields | undefined): Fields {
  const { type, action_id, text: label, value, style, url, placeholder, confirm } = element;
  const said = Object.entries({ text: label, value, style, url, placeholder, confirm });
  const preset = held[text(type)]?.preset ?? '';
  return {
    action_id,
    block_id: block['block_id'],
    ...Object.fromEntries(said.filter(([, each]) => each !== undefined)),
    ...(preset && element[preset] !== undefined ? { [preset]: element[preset] } : {}),
    type,
    action_ts: world.ids.ts(),
    ...entered,
  };
}
