/** The workspace's messenger: sending makes the reference, and pages hear of it. */
import { afterEach, describe, expect, it } from 'vitest';
import { workspaceMessenger } from '../../../src/adapters/workspace/messenger.ts';
import { notifier } from '../../../src/adapters/workspace/notifier.ts';
import { messageFor } from '../../../src/adapters/workspace/placing.ts';
import { fragmentOf } from '../../../src/adapters/workspace/standing.ts';
import type { View } from '../../../src/domain/card/view.ts';
import type { Person } from '../../../src/domain/people.ts';
import type { Message } from '../../../src/flow/ports/messages.ts';
import { messengerContract, type Speaking } from '../../support/messenger-contract.ts';
import { playHouse } from '../../support/play-house.ts';
import { openingCard } from '../../support/sample-cards.ts';

const pia: Person = { id: 'p1', key: 'pia', name: 'Pia Lund', zone: 'Europe/Stockholm', platform: 'workspace' };
const review = 'r1';
const view: View = { show: 'opening', review };

let house: Awaited<ReturnType<typeof playHouse>> | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

async function begin() {
  const here = await playHouse();
  house = here;
  const { connections, messages } = here.ports;
  return {
    house: here,
    async seen(key) {
      const page = await (await fetch(`${here.url}/as/${key}/`)).text();
      const standing = await messages.of(here.who(key));
      return articlesIn(page).map(({ id, says }) => ({
        message: standing.find(({ ref }) => fragmentOf(ref.message) === id)?.ref.message ?? id,
        says,
      }));
    },
    cutOff: () => connections.pause('workspace', 'nobody may be spoken to', here.clock.now()),
    letIn: () => connections.resume('workspace'),
  } satisfies Speaking;
}

function articlesIn(page: string): readonly { readonly id: string; readonly says: string }[] {
  return [...page.matchAll(/<article class="message" id="([^"]*)".*?<\/article>/gs)].map(([html, id = '']) => ({
    id,
    says: wordsOf(html),
  }));
}

function wordsOf(html: string): string {
  const words = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return words.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** Nothing lies between us and the people here; but what was sent has to be noted, too. */
const cutShort = ({ house: { ports, who, platform } }: Speaking, key: string): Promise<void> => {
  const messenger = ports.messengers.get(platform) ?? expect.fail();
  const { send } = messenger;
  return new Promise((ended) => {
    messenger.send = async (message) => {
      const ref = await send(message);
      if (!('person' in message.to) || message.to.person.id !== who(key)) return ref;
      messenger.send = send;
      ended();
      throw new Error('The process was ended here.');
    };
  });
};

messengerContract({ begin, lost: [['cut short before it was noted', cutShort]], waits: [], refusals: [] });

describe('the messenger of the workspace', () => {
  it('names a message after its delivery, so that the same delivery is never two messages', async () => {
    const messenger = workspaceMessenger(notifier());
    const message = { to: { person: pia }, view, card: openingCard, delivery: 'd1' };
    const ref = { platform: 'workspace', conversation: 'p1', message: 'd1' };
    expect([await messenger.send(message), await messenger.send(message)]).toEqual([ref, ref]);
  });

  it('redraws nothing: its pages draw every card when they are looked at', () => {
    expect(workspaceMessenger(notifier()).redrawing).toBeUndefined();
  });
});

describe('a view somebody asks for', () => {
  const section: View = { show: 'section', review, section: 'logging', page: 1 };
  const message = (id: string, shown: View, delivery?: string): Message => ({
    ref: { platform: 'workspace', conversation: 'p1', message: id },
    contact: 'p1',
    view: shown,
    at: '2026-11-23T08:30:00.000Z',
    ...(delivery && { delivery }),
  });
  const opening = message('d1', view, 'd1');
  const reply = message('s1', section);

  it.each([
    ['from a delivered message goes into a new one', [opening], 'd1', section, undefined],
    ['from the opening goes into the reply that stands below it', [opening, reply], 'd1', section, 's1'],
    [
      'while working goes into the same message',
      [opening, reply, message('w1', { show: 'why', review })],
      's1',
      view,
      's1',
    ],
    ['that is no work is a reply of its own', [opening, reply], 's1', { show: 'why', review } as View, undefined],
    [
      'of another review is a reply of its own',
      [opening, reply],
      'd1',
      { ...section, review: 'r2' } as View,
      undefined,
    ],
    [
      'from a later notice does not change a message far above',
      [opening, reply, message('d2', view, 'd2')],
      'd2',
      section,
      undefined,
    ],
  ])('%s', (_what, messages, pressed, wanted, expected) => {
    expect(messageFor(messages, pressed, wanted)?.ref.message).toBe(expected);
  });
});
