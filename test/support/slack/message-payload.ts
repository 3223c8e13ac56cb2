/** A message as Slack hands it out. */
import type { Fields } from './json.ts';
import type { Message, World } from './world.ts';

export function messagePayload({ app, team }: World, message: Message): Fields {
  return {
    user: message.user,
    type: 'message',
    ts: message.ts,
    bot_id: app.botId,
    app_id: app.id,
    text: message.text,
    team: team.id,
    blocks: message.blocks,
    ...(message.thread ? { thread_ts: message.thread } : {}),
    ...(message.edits ? { edited: { user: app.botId, ts: `${message.ts.split('.')[0]}.000000` } } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
  };
}
