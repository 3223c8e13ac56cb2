/** Signed presses of "Yes" and "No", as Slack sends them. All columns are sent the very same kind of body. */
import { render } from '../../src/adapters/slack/render.ts';
import type { Chat, Encoding } from '../answers.ts';
import type { Place } from '../open-review.ts';
import { signed, team } from './signing.ts';

/** What only the moment of the press knows, and does not change when it is written into an address. */
const later = { value: 'VALUE_OF_THE_PRESS', action: 'TIME_OF_THE_PRESS' } as const;

export function slackChat(responseUrl: string): Chat {
  return {
    at: (place) => encoding(place, responseUrl),
    acknowledged({ status, body }) {
      if (status !== 200 || body !== '') throw new Error(`A press was answered ${status}: ${body}`);
    },
  };
}

function encoding({ owner, ref, card, view }: Place, responseUrl: string): Encoding {
  const user = { id: owner.address ?? '', username: owner.key, name: owner.key, team_id: team };
  const { text, blocks } = render({ card, view, surface: 'message' });
  const payload = {
    type: 'block_actions',
    team: { id: team, domain: 'bench' },
    user,
    api_app_id: 'A0BENCH',
    token: 'verification-token-of-nobody',
    container: { type: 'message', message_ts: ref.message, channel_id: ref.conversation, is_ephemeral: false },
    trigger_id: later.action,
    channel: { id: ref.conversation, name: 'directmessage' },
    message: { type: 'message', user: 'U0MUSTER', bot_id: 'B0MUSTER', ts: ref.message, text, team, blocks },
    state: { values: {} },
    response_url: responseUrl,
    actions: [
      {
        action_id: 'intent:1',
        block_id: 'b1',
        type: 'button',
        text: { type: 'plain_text', text: 'Yes', emoji: false },
        value: later.value,
        action_ts: later.action,
      },
    ],
  };
  const written = `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const inString = (value: string) => encodeURIComponent(JSON.stringify(value).slice(1, -1));
  return ({ intent, count }) => {
    const action = `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`;
    const value = inString(JSON.stringify({ press: 'intent', intent }));
    const body = written.replace(later.value, value).replaceAll(later.action, action);
    return { headers: signed(body), body };
  };
}
