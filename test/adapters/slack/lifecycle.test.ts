/** What happens around us in the workspace: whether we may speak is asked of Slack, whatever an event or a refusal said. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
beforeEach(async () => {
  house = await slackHouse();
});
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

const paused = () => house.ports.connections.paused();
const asked = () => house.slack.calls('auth.test').length;

/** What the event leads to has happened once Slack was asked and another request went through after it. */
async function heard(questions: number): Promise<void> {
  await house.slack.when('Slack asked', () => asked() >= questions);
  await house.slack.settled();
}

describe('speaking resumes by itself', () => {
  it('within a minute of the app being installed again, without a restart', async () => {
    await house.slack.uninstall();
    await expect.poll(paused).toHaveLength(1);
    await house.clock.tick();
    expect(await paused()).toHaveLength(1);
    expect((await house.muster.findings()).map(({ id }) => id)).toContain('slack-paused');
    house.slack.world.revoked = undefined;
    await house.clock.tick();
    expect(await paused()).toEqual([]);
  });

  it('also where another process paused it with a token of yesterday', async () => {
    await house.ports.connections.pause('slack', 'token_revoked', house.clock.now());
    await house.clock.tick();
    expect(await paused()).toEqual([]);
  });

  it('and Slack is not asked while there is no doubt', async () => {
    const before = asked();
    for (let minute = 0; minute < 3; minute += 1) await house.clock.tick();
    expect(asked()).toBe(before);
  });

  it('after the database was away at the very minute', async () => {
    await house.ports.connections.pause('slack', 'token_revoked', house.clock.now());
    const { resume } = house.ports.connections;
    const away = () => Promise.reject(new StoreUnavailable('The database is away.'));
    Object.assign(house.ports.connections, { resume: away });
    await expect(house.clock.tick()).rejects.toThrow(StoreUnavailable);
    Object.assign(house.ports.connections, { resume });
    await house.clock.tick();
    expect(await paused()).toEqual([]);
  });
});

describe('an event that says we were removed', () => {
  it('does nothing when it comes late, or again, after the app was installed anew', async () => {
    const told = await house.slack.uninstall();
    await expect.poll(paused).toHaveLength(1);
    house.slack.world.revoked = undefined;
    await house.clock.tick();
    const before = asked();
    expect((await told.again()).status).toBe(200);
    expect((await told.again({ retry: { num: 2, reason: 'http_timeout' } })).status).toBe(200);
    await heard(before + 2);
    expect(await paused()).toEqual([]);
  });

  it('pauses while Slack cannot say whether it is so, and the next minute decides', async () => {
    const hanging = house.slack.fail('auth.test', { fault: 'unavailable' });
    await house.slack.event({ type: 'app_uninstalled' });
    await hanging.struck;
    await expect.poll(paused).toHaveLength(1);
    await house.clock.tick();
    expect(await paused()).toEqual([]);
  });
});

describe('who comes back to the workspace', () => {
  const isMissed = async (review: string) => (await house.review(review)).unreachable.has(house.who('platform'));
  const isLost = async () =>
    (await house.ports.store.current({ kind: 'contact', id: house.who('platform') }))?.state.unreachable !== undefined;
  const change = (deleted: boolean) => house.slack.userChange(house.user('platform'), { deleted });

  it.each([
    ['whose account was known', true],
    ['whom Slack did not find before', false],
  ])('and %s, is asked at once, and no longer missed', async (_, known) => {
    if (known) await house.ports.directory.learn(house.who('platform'), house.user('platform'));
    await change(true);
    const review = await house.opened();
    expect(await isMissed(review)).toBe(true);
    await change(false);
    await expect.poll(isLost).toBe(false);
    expect(await isMissed(review)).toBe(false);
    await house.until('2026-11-23T09:00:05.000Z');
    expect(house.slack.dm(house.user('platform'))).toHaveLength(1);
  });

  it('is not believed by an event of before they left', async () => {
    await change(true);
    await house.ports.directory.learn(house.who('platform'), house.user('platform'));
    const before = await change(false);
    await change(true);
    const review = await house.opened();
    const looked = house.slack.calls('users.info').length;
    await before.again();
    await house.slack.when('Slack asked', () => house.slack.calls('users.info').length > looked);
    await house.slack.settled();
    expect(await isMissed(review)).toBe(true);
    expect(house.slack.dm(house.user('platform'))).toEqual([]);
  });
});

it('what a lead who left leaves open is told to the approvers, and whose it is', async () => {
  const { slack, user } = house;
  await house.opened();
  await slack.userChange(user('security'), { deleted: true });
  await house.until('2026-12-18T20:00:00.000Z');
  const heard = slack
    .dm(user('approver'))
    .map((message) => slack.says(message))
    .join('\n');
  expect(heard).toContain('Saga Holm cannot be reached: their Slack account is deactivated.');
  expect(heard).toMatch(/Pia Lund owns 38 open prompts .* because Saga Holm leads this review and cannot be reached/);
});

it('a workspace that is being moved is waited for: nothing pauses, nobody is called unreachable', async () => {
  const moving = house.slack.fail(
    'chat.postMessage',
    { fault: 'refuse', error: 'org_login_required' },
    { times: 9, when: ({ channel }) => channel === house.user('platform') },
  );
  await house.opened('2026-11-23T08:50:00.000Z');
  await moving.struck;
  expect(await paused()).toEqual([]);
  const [delivery] = await house.ports.readings.ledger({ contact: house.who('platform') });
  expect(delivery?.status).toBe('planned');
  moving.lift();
  await house.until('2026-11-23T09:30:00.000Z');
  expect(house.slack.dm(house.user('platform'))).toHaveLength(1);
});
