/** A review through Slack, as its people live it. */
import { afterEach, describe, expect, it } from 'vitest';
import { answerAll } from '../../support/answering.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  expect(house.slack.pages).toEqual([]);
  await house.close();
});

describe('through Slack', () => {
  it('carries a review from opening to sign-off', async () => {
    house = await slackHouse();
    const { slack, user } = house;
    await slack.slashCommand(user('security'), '/review open kubernetes-security');
    await slack.when('the window to open a review', () => slack.modals(user('security')).length === 1);
    expect(slack.modals(user('security'))[0]?.says).toContain('Pia Lund');
    const opening = await slack.submitView(user('security'));
    expect(opening).toMatchObject({ status: 200 });
    expect(opening.errors).toEqual({});
    await opening.next(({ name }) => name === 'response_url');
    await house.until('2026-11-23T09:00:00.000Z');
    const [first] = slack.dm(user('platform'));
    expect(slack.says(first ?? expect.fail('Pia was not asked.'))).toMatch(/You own \d+ prompts/);
    expect(slack.messages(house.channel)).toHaveLength(1);
    const [row] = await house.ports.readings.reviews();
    const review = row?.id ?? expect.fail('It did not open.');

    const start = await slack.clickInMessage(user('platform'), { click: 'Start' });
    expect(start.status).toBe(200);
    await start.answered();
    const yes = await slack.clickInMessage(user('platform'), { click: 'Yes', nth: 1 });
    expect(yes.status).toBe(200);
    expect((await yes.answered()).status).toBe(200);
    expect(slack.says(slack.dm(user('platform')).at(-1) ?? expect.fail())).toContain('you, just now');
    const answered = [...(await house.review(review)).items.values()].filter(({ answers }) => answers.length > 0);
    expect(answered).toHaveLength(1);

    await answerAll(house, review);
    await house.until('2026-11-25T16:00:00.000Z');
    expect((await house.review(review)).status).toBe('closed');
    const closing = slack.messages(house.channel).map(slack.says).join('\n');
    expect(closing).toContain((await house.review(review)).closed?.head.hash);

    const sign = await slack.clickInMessage(user('approver'), { click: /^(Sign|Read and sign|Sign off)/ });
    expect(sign.status).toBe(200);
    await slack.when('the window to sign', () => slack.modals(user('approver')).length === 1);
    const signed = await slack.submitView(user('approver'), { 'I sign this statement': ['Yes'] });
    expect(signed.status).toBe(200);
    expect(signed.errors).toEqual({});
    await signed.next(({ name }) => name === 'response_url');
    expect((await house.review(review)).status).toBe('signed off');
    await house.until('2026-11-26T16:00:00.000Z');
    expect(house.alarms.failures).toEqual([]);
    expect(house.log.said.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(slack.refusals()).toEqual([]);
  });
});
