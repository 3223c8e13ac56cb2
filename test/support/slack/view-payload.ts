/** A view as Slack hands it out, with what the person entered. */

import { type Fields, text } from './json.ts';
import { statesOf } from './states.ts';
import type { View, World } from './world.ts';

export function viewPayload({ app, team }: World, view: View): Fields {
  const { given } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: text(given['private_metadata']),
    callback_id: text(given['callback_id']),
    state: { values: statesOf(view.blocks, view.entered) },
    hash: view.hash,
    title: shown(given['title'] ?? { type: 'plain_text', text: 'View Title' }),
    clear_on_close: given['clear_on_close'] === true,
    notify_on_close: given['notify_on_close'] === true,
    submit_disabled: given['submit_disabled'] === true,
    close: shown(given['close']),
    submit: shown(given['submit']),
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: app.id,
    external_id: text(given['external_id']),
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}

function shown(label: unknown): unknown {
  return label ? { emoji: true, ...(label as Fields) } : null;
}
