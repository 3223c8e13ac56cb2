/** Signed presses of "Yes" and "No", as Slack sends them: each a fresh act with the revision its owner would have seen. */
import { render } from '../../src/adapters/slack/render.ts';
import type { Answer, Sending, Source } from '../measure/load.ts';
import type { Place } from '../open-review.ts';
import { signed, team } from './signing.ts';

type Free = { readonly encoded: (press: { value: string; action: string }) => string; readonly place: Place };

/** What only the moment of the press knows, and does not change when it is written into an address. */
const later = { value: 'VALUE_OF_THE_PRESS', action: 'TIME_OF_THE_PRESS' } as const;

/** An answer that nobody else answers at that moment. All columns are sent the very same kind of body. */
export function presses(places: readonly Place[], review: string, responseUrl: string): Source {
  const free: (Free & { revision: number })[] = places.map((place) => ({ ...bodyOf(place, responseUrl), revision: 0 }));
  let count = 0;
  return (): Sending => {
    const one = free.shift();
    if (!one) throw new Error('Every prompt is being answered already: the app has stopped acknowledging.');
    count += 1;
    const verdict = one.revision % 2 === 0 ? 'yes' : 'no';
    const answer = { status: 'answered', response: { kind: 'verdict', verdict }, evidence: [] };
    const { prompt } = one.place;
    const intent = { does: 'answer', review, prompt, revision: one.revision, answer };
    const action = `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`;
    const body = one.encoded({ value: JSON.stringify({ press: 'intent', intent }), action });
    return {
      headers: signed(body),
      body,
      answered({ status, body: said }: Answer) {
        if (status !== 200 || said !== '') throw new Error(`A press was answered ${status}: ${said}`);
        free.push({ ...one, revision: one.revision + 1 });
      },
    };
  };
}

function bodyOf(place: Place, responseUrl: string): Free {
  const { owner, ref, card, view } = place;
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
  const parts = `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const inString = (text: string) => encodeURIComponent(JSON.stringify(text).slice(1, -1));
  return {
    place,
    encoded: ({ value, action }) => parts.replace(later.value, inString(value)).replaceAll(later.action, action),
  };
}
