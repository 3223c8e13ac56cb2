/** The same through Slack's socket, for networks nobody can reach from outside. */
import { afterEach, expect, it } from 'vitest';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

it('asks, answers and redraws over Socket Mode, also after the socket was renewed', async () => {
  house = await slackHouse({ slack: { socketMode: true } });
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
  const typo = await house.slack.slashCommand(house.user('platform'), '/review statsu');
  expect(String(typo.body['text'])).toContain('Did you mean “status”?');
  const answers = [...(await house.review(review)).items.values()].flatMap((item) => item.answers);
  expect(answers).toHaveLength(1);
  house.slack.socket.disconnect();
  await house.slack.socket.closed();
  await house.slack.socket.connected();
  expect((await house.slack.slashCommand(house.user('platform'), '/review mine')).status).toBe(200);
});
