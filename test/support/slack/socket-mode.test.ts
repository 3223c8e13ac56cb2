/** The same Slack over a socket, with Bolt's own receiver at the other end. */
import { SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { question } from './a-question.ts';
import { boltApp } from './bolt-app.ts';
import { quiet, realClient } from './real-client.ts';
import { type SlackServer, slackServer } from './slack-server.ts';

let slack: SlackServer;
let bolt: ReturnType<typeof boltApp>;
let pia: string;
beforeEach(async () => {
  slack = await slackServer({ socketMode: true });
  pia = slack.addUser({ realName: 'Pia Lund' }).id;
  const receiver = new SocketModeReceiver({
    appToken: slack.tokens.app,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    // It comes again after so many milliseconds.
    clientPingTimeout: 50,
    logger: quiet,
  });
  bolt = boltApp(slack, receiver);
  await bolt.app.start();
  await slack.socket.connected();
});
afterEach(async () => {
  await bolt.app.stop();
  await slack.close();
});

test('a click and a command arrive, and are acknowledged with what the app says', async () => {
  await realClient(slack).chat.postMessage({ channel: pia, text: 'A question', blocks: question('Is it on?') });
  const clicked = await slack.clickInMessage(pia, { click: 'Yes' });
  expect(clicked).toMatchObject({ status: 200, text: '' });
  bolt.answer(({ ack }) => ack({ text: 'All is well.' }));
  await slack.slashCommand(pia, '/review status');
  expect(slack.ephemerals(pia)).toMatchObject([{ text: 'All is well.' }]);
  expect(bolt.heard).toMatchObject([{ type: 'block_actions' }, { command: '/review' }]);
});

test('an event comes again with the count of its tries', async () => {
  const told = await slack.userChange(pia, { zone: 'Europe/Madrid' });
  await told.again({ retry: { num: 1, reason: 'http_timeout' } });
  expect(bolt.heard.map((body) => body['event_id'])).toEqual(Array(2).fill(told.payload['event_id']));
});

test('an app that is asked to, or is cut off, comes again', async () => {
  for (const part of [slack.socket.disconnect, slack.socket.drop]) {
    const before = slack.calls('apps.connections.open').length;
    part();
    await slack.when('a new ticket', () => slack.calls('apps.connections.open').length > before);
    await slack.socket.connected();
    expect((await slack.openHome(pia)).status).toBe(200);
  }
});

test('what nobody acknowledges in time is not answered', async () => {
  const hasty = await slackServer({ socketMode: true, patience: 20 });
  expect(await hasty.slashCommand(hasty.addUser({ realName: 'Ravi Shah' }).id, '/review')).toMatchObject({ status: 0 });
  await hasty.close();
});
