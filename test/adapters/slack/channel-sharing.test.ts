/** A team channel that is closed to us for a while: nothing is told there, the lead knows the same day, and it is current once it opens. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedWith } from '../../../src/adapters/slack/channel-sharing.ts';
import { answerAll } from '../../support/answering.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
let review: string;
beforeEach(async () => {
  house = await slackHouse();
  review = await house.opened();
});
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

const contact = () => `channel:${house.program.id}`;
const isMissed = async () => (await house.review(review)).unreachable.has(contact());
const isLost = async () =>
  (await house.ports.store.current({ kind: 'contact', id: contact() }))?.state.unreachable !== undefined;
const living = () => house.slack.messages(house.channel)[0]?.text;
const toLead = () =>
  house.slack
    .dm(house.user('security'))
    .map((message) => house.slack.says(message))
    .join('\n');

const allButOneAreAnswered = () => answerAll(house, review, ['access-control.system-description']);
const lookedAt = () => house.slack.calls('conversations.info').length;

/** Slack tells nobody. */
function quietly(change: { readonly shared?: boolean; readonly archived?: boolean }): void {
  const channel = house.slack.world.channels.get(house.channel) ?? expect.fail();
  house.slack.world.channels.set(house.channel, { ...channel, ...change });
}

describe('a team channel that another organisation comes to', () => {
  it('is told of to the lead the same day, and of its end, and then its message is current again', async () => {
    await house.slack.shareChannel(house.channel);
    await expect.poll(isMissed).toBe(true);
    await allButOneAreAnswered();
    await house.until('2026-11-23T15:00:00.000Z');
    expect(toLead()).toContain(`The team channel cannot be written to: ${sharedWith}`);
    expect(living()).toContain('0 of 119');
    await house.until('2026-11-26T10:00:00.000Z');
    await house.slack.unshareChannel(house.channel);
    await expect.poll(isLost).toBe(false);
    expect(await isMissed()).toBe(false);
    await house.until('2026-11-26T10:01:00.000Z');
    expect(living()).toContain('118 of 119');
  });

  it('is found out about by the next redrawing where Slack told nobody, and so is its end', async () => {
    quietly({ shared: true });
    await house.until('2026-11-23T10:00:00.000Z');
    await allButOneAreAnswered();
    await house.until('2026-11-23T15:00:00.000Z');
    expect(toLead()).toContain(`The team channel cannot be written to: ${sharedWith}`);
    expect(living()).toContain('0 of 119');
    quietly({ shared: false });
    await house.until('2026-11-23T15:20:00.000Z');
    expect(living()).toContain('118 of 119');
    expect(await isMissed()).toBe(false);
    expect(await isLost()).toBe(false);
  });

  it('is open for every process once it is over, whatever it knew of the channel before', async () => {
    const other = await house.replica();
    const before = lookedAt();
    await house.slack.shareChannel(house.channel);
    await expect.poll(isMissed).toBe(true);
    await allButOneAreAnswered();
    // Both processes have seen now that it is shared, and only one hears that it is not.
    await house.until('2026-11-23T09:01:00.000Z');
    expect(lookedAt()).toBeGreaterThan(before + 1);
    await house.slack.unshareChannel(house.channel);
    await expect.poll(isLost).toBe(false);
    await house.until('2026-11-23T09:02:00.000Z');
    expect(living()).toContain('118 of 119');
    expect(await isLost()).toBe(false);
    await other.close();
  });

  it('stays missed where something else stands in the way', async () => {
    await house.desk.noteUnreachable(contact(), 'only some may write in the channel');
    const before = lookedAt();
    await house.slack.unshareChannel(house.channel);
    await house.slack.when('Slack asked', () => lookedAt() > before);
    await house.slack.verifyUrl();
    await house.slack.settled();
    expect(await isMissed()).toBe(true);
  });

  it('is believed to be as it was while Slack does not say, and an event told twice is told once', async () => {
    const hanging = house.slack.fail('conversations.info', { fault: 'unavailable' }, { times: 9 });
    await house.slack.shareChannel(house.channel);
    await hanging.struck;
    await house.slack.settled();
    hanging.lift();
    expect(await isMissed()).toBe(false);
    const told = await house.slack.shareChannel(house.channel);
    await expect.poll(isMissed).toBe(true);
    const before = lookedAt();
    await told.again();
    await house.slack.when('Slack asked', () => lookedAt() > before);
    await house.until('2026-11-23T15:00:00.000Z');
    expect(toLead().split('The team channel cannot be written to')).toHaveLength(2);
  });
});

describe('the message that stands in the team channel', () => {
  it.each(['is_archived', 'not_in_channel', 'channel_not_found', 'is_inactive'])(
    'waits while Slack says %s, and the lead hears of it',
    async (error) => {
      const inThere = { times: 99, when: ({ channel }: Record<string, unknown>) => channel === house.channel };
      const closed = house.slack.fail('chat.update', { fault: 'refuse', error }, inThere);
      await allButOneAreAnswered();
      await house.until('2026-11-23T15:00:00.000Z');
      expect(toLead()).toContain('The team channel cannot be written to');
      closed.lift();
      await house.until('2026-11-23T15:20:00.000Z');
      expect(living()).toContain('118 of 119');
      expect(await isLost()).toBe(false);
    },
  );

  it('is let be once Slack says that it does not exist', async () => {
    const inThere = { times: 99, when: ({ channel }: Record<string, unknown>) => channel === house.channel };
    house.slack.fail('chat.update', { fault: 'refuse', error: 'message_not_found' }, inThere);
    await allButOneAreAnswered();
    await house.until('2026-11-23T09:30:00.000Z');
    const updates = () => house.slack.calls('chat.update').filter(({ args }) => args['channel'] === house.channel);
    expect(updates()).toHaveLength(1);
    expect(await isMissed()).toBe(false);
  });
});
