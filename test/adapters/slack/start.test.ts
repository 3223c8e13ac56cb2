/** A start while Slack itself is slow or away: clicks need nothing of it, once it is known who we are. */
import { afterEach, describe, expect, it } from 'vitest';
import { memoryConnections } from '../../support/memory-connections.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

const yes = () => house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1 });

describe('started while Slack does not say who we are', () => {
  it('clicks are served from what it said to the same token before', async () => {
    house = await slackHouse();
    const review = await house.opened();
    await (await house.slack.clickInMessage(house.user('platform'), { click: 'Start' })).answered();
    const away = house.slack.fail('auth.test', { fault: 'unavailable' }, { times: 100 });
    const other = await house.replica();
    const told = await yes();
    expect(told.status).toBe(200);
    await told.answered();
    away.lift();
    const answers = [...(await house.review(review)).items.values()].flatMap((item) => item.answers);
    expect(answers).toHaveLength(1);
    await other.close();
  });

  it('nobody is let in by another token, until Slack has answered it', async () => {
    house = await slackHouse();
    await house.opened();
    await (await house.slack.clickInMessage(house.user('platform'), { click: 'Start' })).answered();
    const other = await house.replica({ botToken: 'xoxb-of-another-workspace' });
    expect((await yes()).status).toBe(503);
    await other.close();
  });

  it('and nothing was said before, it is asked again within a minute', async () => {
    house = await slackHouse();
    const away = house.slack.fail('auth.test', { fault: 'unavailable' }, { times: 100 });
    const other = await house.replica({ connections: memoryConnections() });
    const mine = () => house.slack.slashCommand(house.user('platform'), '/review mine');
    expect((await mine()).status).toBe(503);
    expect(house.log.said.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/^Slack did not say who Muster is there\./),
    );
    away.lift();
    await house.clock.tick();
    expect((await mine()).status).toBe(200);
    await other.close();
  });
});
