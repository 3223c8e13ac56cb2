/** What a person does in this Slack reaches a real Bolt app as it would from the real one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { question } from './a-question.ts';
import { boltOverHttp } from './bolt-app.ts';
import shapeData from './data/payload-shapes.json' with { type: 'json' };
import { foreign } from './foreign.ts';
import { list, text } from './json.ts';
import { realClient } from './real-client.ts';
import { type SlackServer, slackServer } from './slack-server.ts';

let slack: SlackServer;
let bolt: Awaited<ReturnType<typeof boltOverHttp>>;
let pia: string;
let now = 0;
beforeEach(async () => {
  now = Date.parse('2026-11-23T08:30:00.000Z');
  slack = await slackServer({ now: () => now });
  pia = slack.addUser({ realName: 'Pia Lund' }).id;
  bolt = await boltOverHttp(slack);
});
afterEach(async () => {
  await bolt.app.stop();
  await slack.close();
});

const ask = () =>
  realClient(slack).chat.postMessage({
    channel: pia,
    text: 'Two questions',
    blocks: [...question('Is it on?'), ...question('R&amp;D?')],
  });

describe('a click', () => {
  test('is found by its words and what they stand near, and answered at its response_url five times', async () => {
    await ask();
    bolt.answer(async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'Recorded.', replace_original: true });
    });
    const told = await slack.clickInMessage(pia, { click: 'Yes', near: 'R&D?' });
    expect(told).toMatchObject({ status: 200, text: '' });
    expect(list(told.payload['actions'])).toMatchObject([{ action_id: 'press Yes', value: 'v1' }]);
    expect(foreign(told.payload, shapeData.shapes.block_actions)).toEqual([]);
    expect((await told.answered()).answer).toEqual({ ok: true });
    await slack.settled();
    expect(slack.dm(pia)).toMatchObject([{ text: 'Recorded.', blocks: [] }]);
    const again = () =>
      fetch(text(told.payload['response_url']), {
        method: 'POST',
        body: '{"text":"More"}',
        headers: { 'content-type': 'application/json' },
      });
    for (const _ of Array(4)) expect((await again()).status).toBe(200);
    expect((await again()).status).toBe(404);
    expect(slack.ephemerals(pia)).toHaveLength(4);
  });

  test('that is ambiguous, or on nothing, is the mistake of a test', async () => {
    await ask();
    await expect(async () => slack.clickInMessage(pia, { click: 'Yes' })).rejects.toThrow('say near what');
    await expect(async () => slack.clickInMessage(pia, { click: 'Maybe' })).rejects.toThrow('There are: Yes, No');
  });

  test('on a message as it once looked still says what that looked like', async () => {
    const { ts = '' } = await ask();
    const [of] = slack.dm(pia);
    await realClient(slack).chat.update({ channel: slack.dmOf(pia), ts, text: 'Gone', blocks: [] });
    if (!of) throw new Error('It was posted.');
    await slack.clickInMessage(pia, { of, click: 'No', nth: 2 });
    expect(bolt.heard).toMatchObject([
      { message: { ts, text: 'Two questions' }, actions: [{ action_id: 'press No' }] },
    ]);
  });

  test('too late for its response_url', async () => {
    await ask();
    const { payload } = await slack.clickInMessage(pia, { click: 'Yes', nth: 1 });
    now += 30 * 60_000 + 1;
    const late = await fetch(text(payload['response_url']), { method: 'POST', body: '{"text":"Late"}' });
    expect(late.status).toBe(404);
  });
});

test('a command is answered at once, for one person or all', async () => {
  const { id } = slack.addChannel({ name: 'security' });
  bolt.answer(({ ack }) => ack('Only you see this.'));
  const told = await slack.slashCommand(pia, '/review status  all', { in: id });
  expect(told.payload).toMatchObject({ command: '/review', text: 'status  all', channel_name: 'security' });
  expect(foreign(told.payload, shapeData.shapes.slash_command)).toEqual([]);
  expect(slack.ephemerals(pia)).toMatchObject([{ channel: id, text: 'Only you see this.' }]);
  bolt.answer(({ ack }) => ack({ response_type: 'in_channel', text: 'All see this.' }));
  await slack.slashCommand(pia, '/review status', { in: id });
  expect(slack.messages(id)).toMatchObject([{ text: 'All see this.' }]);
});

test('the Home is shown when it is opened, and clicked in', async () => {
  bolt.answer(({ client }) =>
    client.views.publish({ user_id: pia, view: { type: 'home', blocks: question('Is it on?') } }),
  );
  const opened = await slack.openHome(pia);
  expect(foreign(opened.payload, shapeData.shapes.app_home_opened)).toEqual([]);
  await slack.when('the Home', () => slack.home(pia) !== undefined);
  expect(slack.home(pia)?.says).toContain('Is it on?');
  bolt.answer(({ ack }) => ack());
  const { payload } = await slack.clickInHome(pia, { click: 'Yes' });
  expect(payload).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
  expect(payload).not.toHaveProperty('response_url');
});

test('what happens in the workspace is told, again when nobody listened, and ends the token', async () => {
  const told = await slack.userChange(pia, { deleted: true });
  expect(foreign(told.payload, shapeData.shapes.user_change)).toEqual([]);
  await told.again({ retry: { num: 1, reason: 'http_timeout' } });
  expect(bolt.heard.map((body) => body['event_id'])).toEqual(Array(2).fill(told.payload['event_id']));
  expect((await slack.verifyUrl()).body).toEqual({ challenge: expect.any(String) });
  for (const gone of [await slack.tokensRevoked(), await slack.uninstall()])
    expect(foreign(gone.payload, { ...shapeData.shapes.app_uninstalled, ...shapeData.shapes.tokens_revoked })).toEqual(
      [],
    );
  await expect(realClient(slack).auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
});

test('a signature can be forged, old or missing, and is then refused', async () => {
  const status = async (sign: object) => (await slack.slashCommand(pia, '/review mine', { sign })).status;
  expect(await status({})).toBe(200);
  for (const sign of [
    { secret: 'guessed' },
    { shift: -6 * 60_000 },
    { omit: 'signature' },
    { omit: 'both' },
    { signature: 'v0=' },
  ])
    expect(await status(sign)).toBe(401);
  const told = await slack.slashCommand(pia, '/review mine');
  expect((await told.again({ exact: true })).status).toBe(200);
  expect((await slack.sendRaw({ body: '{', type: 'application/json' })).status).toBe(400);
});
