/** The Slack of our tests must be as strict as the real one, or everything proved against it is worth nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realClient } from '../../support/slack/real-client.ts';
import { type SlackServer, slackServer } from '../../support/slack/slack-server.ts';

let slack: SlackServer;
let now = 0;
beforeEach(async () => {
  now = Date.parse('2026-11-23T08:30:00.000Z');
  slack = await slackServer({ now: () => now });
});
afterEach(() => slack.close());

const refusal = (error: string) => ({ data: { error } });

test('knows its own tokens and no others', async () => {
  const tested = (token?: string) => realClient(slack, token === undefined ? {} : { token }).auth.test();
  expect(await tested()).toMatchObject({ ok: true, user_id: slack.app.bot, team_id: slack.team.id });
  await expect(tested('')).rejects.toMatchObject(refusal('not_authed'));
  await expect(tested('xoxb-somebody-elses')).rejects.toMatchObject(refusal('invalid_auth'));
  await expect(tested(slack.tokens.app)).rejects.toMatchObject(refusal('not_allowed_token_type'));
});

test('holds the app to its scopes', async () => {
  slack.setScopes(['chat:write', 'users:read']);
  const pia = slack.addUser({ realName: 'Pia Lund', email: 'pia@example.com' });
  const client = realClient(slack);
  await expect(client.users.lookupByEmail({ email: 'pia@example.com' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read.email', provided: 'chat:write,users:read' },
  });
  const { user } = await client.users.info({ user: pia.id });
  expect(user).toMatchObject({ real_name: 'Pia Lund', tz: 'Europe/Stockholm', tz_offset: expect.any(Number) });
  expect(user?.profile).not.toHaveProperty('email');
  const { id } = slack.addChannel({ name: 'security' });
  await expect(client.conversations.info({ channel: id })).rejects.toMatchObject(refusal('missing_scope'));
});

test('finds who is there, and nobody who has left', async () => {
  const { id } = slack.addUser({ realName: 'Pia Lund', email: 'pia@example.com' });
  slack.addUser({ realName: 'Ravi Shah', email: 'ravi@example.com', deleted: true });
  const client = realClient(slack);
  expect((await client.users.lookupByEmail({ email: 'PIA@example.com' })).user).toMatchObject({ id });
  await expect(client.users.lookupByEmail({ email: 'ravi@example.com' })).rejects.toMatchObject(
    refusal('users_not_found'),
  );
});

test('posts where the app is, and nowhere else', async () => {
  const client = realClient(slack);
  const inside = slack.addChannel({ name: 'security', shared: true });
  const outside = slack.addChannel({ name: 'lunch', members: [] });
  const secret = slack.addChannel({ name: 'board', kind: 'private', members: [] });
  const old = slack.addChannel({ name: 'old', archived: true });
  const { ts = '' } = await client.chat.postMessage({ channel: inside.id, text: 'Hello' });
  for (const [channel, error] of [
    [outside.id, 'not_in_channel'],
    [secret.id, 'channel_not_found'],
    [old.id, 'is_archived'],
    ['C404', 'channel_not_found'],
  ] as const)
    await expect(client.chat.postMessage({ channel, text: 'Hello' })).rejects.toMatchObject(refusal(error));
  expect((await client.conversations.info({ channel: inside.id })).channel).toMatchObject({
    is_ext_shared: true,
    is_member: true,
  });
  await client.chat.update({ channel: inside.id, ts, text: 'Hello again' });
  expect(slack.messages(inside.id)).toMatchObject([{ ts, text: 'Hello again', edits: 1 }]);
  await expect(client.chat.update({ channel: inside.id, ts: '1.2', text: '' })).rejects.toMatchObject(
    refusal('message_not_found'),
  );
});

test('reads JSON as it reads a form', async () => {
  const { id: channel } = slack.addChannel({ name: 'security' });
  const headers = { authorization: `Bearer ${slack.tokens.bot}`, 'content-type': 'application/json; charset=utf-8' };
  const blocks = [{ type: 'divider' }];
  const body = JSON.stringify({ channel, text: 'Hello', blocks });
  const answer = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({
    ok: true,
    message: { blocks: [{ type: 'divider', block_id: expect.any(String) }] },
  });
  await realClient(slack).chat.postMessage({ channel, text: 'Hello', blocks });
  expect(slack.calls('chat.postMessage').map(({ args }) => args)).toEqual(
    Array(2).fill({ channel, text: 'Hello', blocks }),
  );
  const broken = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body: '{' });
  expect(await broken.json()).toMatchObject({ ok: false, error: 'invalid_json' });
});

describe('the pace', () => {
  test('is one message a second in a channel, and goes on when the time has come', async () => {
    const { id: channel } = slack.addChannel({ name: 'security' });
    const client = realClient(slack, { rejectRateLimitedCalls: true });
    const say = () => client.chat.postMessage({ channel, text: 'Hello' });
    for (const _ of Array(3)) await say();
    await expect(say()).rejects.toMatchObject({ retryAfter: 1 });
    now += 1000;
    await say();
    await expect(say()).rejects.toMatchObject({ retryAfter: 1 });
    expect(slack.messages(channel)).toHaveLength(4);
  });

  test('is fifty edits a minute in the whole workspace', async () => {
    const client = realClient(slack, { rejectRateLimitedCalls: true });
    const [one, two] = await Promise.all(
      ['security', 'platform'].map(async (name) => {
        const { id: channel } = slack.addChannel({ name });
        return { channel, ts: (await client.chat.postMessage({ channel, text: 'Hello' })).ts ?? '' };
      }),
    );
    if (!one || !two) throw new Error('Two were posted.');
    for (const index of Array(50).keys()) await client.chat.update({ ...(index % 2 ? one : two), text: `${index}` });
    await expect(client.chat.update({ ...one, text: 'No' })).rejects.toMatchObject({ retryAfter: 2 });
    // Another method has its own.
    await client.chat.postMessage({ channel: two.channel, text: 'Hello' });
  });
});

describe('a misfortune', () => {
  const about = async (...script: Parameters<SlackServer['fail']>) => {
    const { id: channel } = slack.addChannel({ name: 'security' });
    const fault = slack.fail(...script);
    const said = realClient(slack, { timeout: 5_000 }).chat.postMessage({ channel, text: 'Hello' });
    return {
      channel,
      fault,
      outcome: said.then(
        () => 'said',
        (error: Error) => error.constructor.name,
      ),
    };
  };

  test.each([
    ['loses the answer to what was done', { fault: 'lose the answer' }, 'WebAPIRequestError', 1],
    ['answers 503 and does nothing', { fault: 'unavailable' }, 'WebAPIHTTPError', 0],
    ['answers 503 and has done it', { fault: 'unavailable', accepted: true }, 'WebAPIHTTPError', 1],
    ['resets the connection', { fault: 'reset' }, 'WebAPIRequestError', 0],
    ['refuses', { fault: 'refuse', error: 'fatal_error' }, 'WebAPIPlatformError', 0],
    ['is slow', { fault: 'slow', milliseconds: 1 }, 'said', 1],
  ] as const)('%s', async (_, misfortune, ends, posted) => {
    const { channel, outcome } = await about('chat.postMessage', misfortune);
    expect(await outcome).toBe(ends);
    expect(slack.messages(channel)).toHaveLength(posted);
    await realClient(slack).chat.postMessage({ channel, text: 'The next goes through' });
  });

  test('hangs until it is released, having done it or not', async () => {
    for (const [accepted, posted] of [
      [false, 0],
      [true, 1],
    ] as const) {
      const { channel, fault, outcome } = await about('chat.postMessage', { fault: 'hang', accepted });
      await fault.struck;
      if (accepted) await slack.when('it is posted', () => slack.messages(channel).length === 1);
      expect(slack.messages(channel)).toHaveLength(posted);
      fault.release();
      expect(await outcome).toBe('said');
      expect(slack.messages(channel)).toHaveLength(1);
    }
  });

  test('is met only by the calls it is meant for', async () => {
    const where = { times: 2, when: ({ text }: { readonly [key: string]: unknown }) => text === 'Bulk' };
    slack.fail('chat.postMessage', { fault: 'rate limit', seconds: 7 }, where);
    const { id: channel } = slack.addChannel({ name: 'security' });
    const client = realClient(slack, { rejectRateLimitedCalls: true });
    await client.chat.postMessage({ channel, text: 'Hello' });
    for (const _ of Array(2))
      await expect(client.chat.postMessage({ channel, text: 'Bulk' })).rejects.toMatchObject({ retryAfter: 7 });
    await client.chat.postMessage({ channel, text: 'Bulk' });
    expect(slack.calls('chat.postMessage').map(({ status }) => status)).toEqual([200, 429, 429, 200]);
  });
});
