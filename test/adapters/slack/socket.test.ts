/** The same through Slack's socket, for networks nobody can reach from outside. */
import { afterEach, expect, it } from 'vitest';
import { wayFindings } from '../../../src/adapters/slack/way-finding.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

const overSocket = { slack: { socketMode: true } } as const;

it('asks, answers and redraws over Socket Mode, also after the socket was renewed', async () => {
  house = await slackHouse(overSocket);
  expect(house.muster.router).toBeUndefined();
  await house.slack.socket.connected();
  const review = await house.opened();
  const start = await house.slack.clickInMessage(house.user('platform'), { click: 'Start' });
  expect(start.status).toBe(200);
  await start.answered();
  const yes = await house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1 });
  expect(yes.status).toBe(200);
  await yes.answered();
  expect((await yes.again()).status).toBe(200);
  expect(JSON.stringify((await yes.answered(2)).args)).not.toContain('⚠');
  const typo = await house.slack.slashCommand(house.user('platform'), '/review statsu');
  expect(String(typo.body['text'])).toContain('Did you mean “status”?');
  const answers = [...(await house.review(review)).items.values()].flatMap((item) => item.answers);
  expect(answers).toHaveLength(1);
  house.slack.socket.disconnect();
  await house.slack.socket.closed();
  await house.slack.socket.connected();
  expect((await house.slack.slashCommand(house.user('platform'), '/review mine')).status).toBe(200);
});

const way = async () => (await house.muster.findings()).find(({ id }) => id === 'slack-way');

it('a socket that Slack refuses to renew is asked for again, and until then the doctor says so', async () => {
  house = await slackHouse(overSocket);
  await house.slack.socket.connected();
  const refused = { fault: 'refuse', error: 'invalid_auth' } as const;
  const renewing = house.slack.fail('apps.connections.open', refused, { times: 2 });
  house.slack.socket.disconnect();
  await house.slack.socket.closed();
  await renewing.struck;
  await expect.poll(way).toMatchObject({ state: 'problem' });
  await house.slack.socket.connected();
  await expect.poll(way).toMatchObject({ state: 'ok' });
  expect((await house.slack.slashCommand(house.user('platform'), '/review mine')).status).toBe(200);
});

it('the doctor asks whether the app token opens a socket, also where nobody keeps one', async () => {
  house = await slackHouse(overSocket);
  await house.slack.socket.connected();
  expect(await way()).toMatchObject({ state: 'ok' });
  const { apiUrl, tokens } = house.slack;
  const asked = async (appToken: string, there = apiUrl) => (await wayFindings({ apiUrl: there, appToken }, {}))[0];
  expect(await asked(tokens.app)).toMatchObject({ state: 'ok' });
  const wrong = await asked('xapp-wrong');
  expect(wrong).toMatchObject({ state: 'problem', sentence: expect.stringContaining('invalid_auth') });
  expect(wrong?.advice).toContain('SLACK_APP_TOKEN');
  const away = await asked(tokens.app, 'http://127.0.0.1:1/api/');
  expect(away).toMatchObject({ state: 'problem', sentence: expect.stringContaining('cannot reach 127.0.0.1:1') });
  expect(away?.advice).not.toContain('SLACK_APP_TOKEN');
});

it('once closed, Slack is not called any more, though it was just being asked for a socket', async () => {
  house = await slackHouse(overSocket);
  await house.slack.socket.connected();
  const hanging = house.slack.fail('apps.connections.open', { fault: 'hang' }, { times: 100 });
  house.slack.socket.drop();
  await hanging.struck;
  await house.muster.close();
  await house.slack.settled();
  hanging.release();
  await house.slack.settled();
  expect(house.slack.calls('apps.connections.open').map(({ status }) => status)).toEqual([200, 0]);
  expect(house.slack.socket.count()).toBe(0);
});
