/** Presses of "Yes" and "No" as Teams sends them: an invoke, answered in place with the card as it stands. */
import { buttonData } from '../../src/adapters/teams/button-data.ts';
import type { Chat, Encoding, Sheet } from '../answers.ts';
import type { Place } from '../open-review.ts';
import { appId, bearer, tenant } from './signing.ts';

export function teamsChat(serviceUrl: string): Chat {
  const headers = { 'content-type': 'application/json', authorization: bearer(serviceUrl) };
  return {
    at: (place) => encoding(place, serviceUrl, headers),
    acknowledged({ status, body }) {
      const card = status === 200 && body.includes('AdaptiveCard');
      if (!card) throw new Error(`A press was answered ${status}: ${body.slice(0, 300)}`);
    },
  };
}

function encoding({ owner, ref }: Place, serviceUrl: string, headers: Readonly<Record<string, string>>): Encoding {
  const around = {
    ...envelope({ owner, ref }, serviceUrl),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: ref.message,
  };
  return ({ intent, count }) => {
    const data = buttonData({ press: 'intent', intent });
    const action = { type: 'Action.Execute', title: 'Yes', verb: 'muster', data };
    const activity = { ...around, id: `f:${count}`, value: { action, trigger: 'manual' } };
    return { headers, body: JSON.stringify(activity) };
  };
}

type Said = { readonly serviceUrl: string; readonly id: string; readonly text: string };

/** A word somebody types to the bot. */
export function typed(place: Place, { serviceUrl, id, text }: Said): Sheet {
  const activity = { ...envelope(place, serviceUrl), type: 'message', id, text };
  return {
    headers: { 'content-type': 'application/json', authorization: bearer(serviceUrl) },
    body: JSON.stringify(activity),
  };
}

function envelope({ owner, ref }: Pick<Place, 'owner' | 'ref'>, serviceUrl: string) {
  return {
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${owner.key}`, name: owner.name, aadObjectId: owner.address },
    recipient: { id: `28:${appId}`, name: 'Muster' },
    conversation: { conversationType: 'personal', tenantId: tenant, id: ref.conversation },
    channelData: { tenant: { id: tenant }, source: { name: 'message' } },
    locale: 'en-GB',
    localTimezone: 'Europe/Stockholm',
    entities: [{ locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/Stockholm', type: 'clientInfo' }],
  };
}
