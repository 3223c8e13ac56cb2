/** What every messenger promises, over a strict Slack. */
import { afterEach, expect } from 'vitest';
import { messengerContract, type Speaking } from '../../support/messenger-contract.ts';
import type { Misfortune } from '../../support/slack/faults.ts';
import { remove } from '../../support/slack/posting.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  expect(house.slack.pages).toEqual([]);
  await house.close();
});

async function begin() {
  house = await slackHouse();
  const { slack, user, ports, clock } = house;
  return {
    house,
    seen: async (key) => slack.dm(user(key)).map((message) => ({ message: message.ts, says: slack.says(message) })),
    async cutOff() {
      await slack.uninstall();
      await expect.poll(ports.connections.paused).toHaveLength(1);
    },
    async letIn() {
      slack.world.revoked = undefined;
      await clock.tick();
    },
  } satisfies Speaking;
}

const post = (misfortune: Misfortune) => (_: Speaking, key: string) => {
  const toThem = { when: ({ channel }: Record<string, unknown>) => channel === house.user(key), times: 9 };
  const scripted = house.slack.fail('chat.postMessage', misfortune, toThem);
  return scripted.struck.then(() => misfortune.fault === 'refuse' || scripted.lift());
};

messengerContract({
  begin,
  lost: [
    ['whose answer was lost', post({ fault: 'lose the answer' })],
    ['that met with an error', post({ fault: 'unavailable' })],
    ['that was taken, and followed by an error', post({ fault: 'unavailable', accepted: true })],
    ['that was cut off', post({ fault: 'reset' })],
  ],
  waits: [['that Slack asks to wait with', post({ fault: 'rate limit', seconds: 7 })]],
  refusals: [
    [
      'unknown to Slack',
      post({ fault: 'refuse', error: 'channel_not_found' }),
      'Slack knows no such person or channel',
    ],
    ['who does not take our messages', post({ fault: 'refuse', error: 'messages_tab_disabled' }), 'switched off'],
    [
      'who is gone',
      (_, key) => house.slack.userChange(house.user(key), { deleted: true }),
      'Slack knows nobody with this e-mail address',
    ],
  ],
  deletes: (_, key) => {
    for (const message of house.slack.dm(house.user(key))) remove(house.slack.world, message);
  },
});
