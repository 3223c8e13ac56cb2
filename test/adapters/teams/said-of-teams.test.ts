/** What is said of Teams is what Teams or the way there did. What fails of our own stays what it is. */

import { expect, it } from 'vitest';
import { nobodyKnows } from '../../../src/adapters/teams/addresses.ts';
import { connectorOver } from '../../../src/adapters/teams/connector-over.ts';
import { deliveryFailed } from '../../../src/adapters/teams/failures.ts';
import { hindranceOf } from '../../../src/adapters/teams/hindrance.ts';
import { doubtful, saidToThem, whyOutOfReach } from '../../../src/adapters/teams/out-of-reach.ts';
import { adaptiveCard } from '../../../src/adapters/teams/render.ts';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';

const failed = (facts: object, cause?: Error) => Object.assign(new TypeError('It failed.', { cause }), facts);

it.each([
  ['answered', failed({ statusCode: 502 }), 'uncertain'],
  ['answered, as others say it', failed({ response: { status: 429 } }), 'not sent'],
  ['let nobody in', failed({ code: 'ECONNREFUSED' }), 'not sent'],
  ['was cut off', failed({}, failed({ code: 'ECONNRESET' })), 'uncertain'],
  ['was not waited for', failed({ name: 'AbortError' }), 'uncertain'],
])('Teams %s, and it is said of Teams', (_, error, certainty) => {
  expect(deliveryFailed(error)).toMatchObject({ certainty, message: expect.stringContaining('Teams') });
});

it.each([
  ['a mistake', failed({})],
  ['a mistake Node has a name for', failed({ code: 'ERR_INVALID_ARG_TYPE' })],
  ['the records being away', new StoreUnavailable('The records are away.')],
])('%s is said of nobody', (_, error) => {
  expect(() => deliveryFailed(error)).toThrow(error);
});

it.each(['is asked once more there', 'gets a chat made anew'])(
  'a mistake as somebody who is no longer there %s says nothing of them',
  async (where) => {
    const mistake = failed({});
    const notThere = deliveryFailed(failed({ statusCode: 404 }));
    const chats = [{ id: 'a:pia', serviceUrl: 'https://teams.example/' }];
    const answers = where === 'is asked once more there' ? [notThere, mistake] : [notThere];
    const kit = {
      tenantId: 'tenant',
      placesKnown: new Map(),
      conversations: {
        personal: async () => chats.shift(),
        byId: async () => undefined,
        newest: async () => undefined,
        learn: async () => undefined,
        forget: async () => undefined,
      },
      connector: {
        member: () => Promise.reject(answers.shift()),
        createPersonalChat: async () => {
          if (answers.length === 0) throw mistake;
          return 'a:pia-anew';
        },
      },
    };
    const address = '5f0c3a1e-7b52-4c1d-9a86-2e4d7f10b3c9';
    const pia = { id: 'pia', key: 'pia', name: 'Pia Lund', zone: 'UTC', platform: 'teams', address } as const;
    await expect(hindranceOf(kit as never, pia)).rejects.toBe(mistake);
  },
);

it('where Teams takes a message and does not say in words where it stands, nobody knows', async () => {
  const api = { sendToConversation: async () => ({ id: 5 }) };
  const connector = connectorOver(async () => ({ conversations: api }) as never, 'app');
  const card = adaptiveCard([], 'Muster');
  const posted = connector.post({ serviceUrl: 'https://teams.example/', conversation: 'a:pia' }, card, 'Muster');
  await expect(posted).rejects.toMatchObject({ certainty: 'uncertain' });
});

it.each([
  ...[
    'ForbiddenOperationException',
    'MessageWritesBlocked',
    'BotDisabledByAdmin',
    'ConversationBlockedByUser',
    'Other',
  ].map((code) => whyOutOfReach('chat', { status: 403, code })),
  whyOutOfReach('chat', { status: 404, code: undefined }),
  doubtful,
  nobodyKnows,
])('whom Muster cannot write to is not spoken of as of another: %s', (why) => {
  expect(saidToThem(why)).not.toMatch(/\b(they|them|their|theirs)\b/i);
});
