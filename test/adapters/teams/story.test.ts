/** One review with owners in Teams and in Slack, as its people live it. */
import { afterEach, describe, expect, it } from 'vitest';
import { answerAll } from '../../support/answering.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(async () => {
  expect(house.teams.violations).toEqual([]);
  expect(house.teams.pages).toEqual([]);
  expect(house.slack?.violations ?? []).toEqual([]);
  await house.close();
});

const inTeams = (key: string) => house.teams.chat(house.user(key));
const saysInTeams = (key: string) =>
  inTeams(key)
    .map((message) => house.teams.says(message, house.user(key)))
    .join('\n');

describe('through Teams and Slack', () => {
  it('carries a review from opening to sign-off', async () => {
    house = await teamsHouse({ inSlack: ['sre', 'second-approver'] });
    const { teams, slack = expect.fail('Slack is not there.'), user } = house;

    await teams.say(user('security'), 'open kubernetes-security');
    const form = inTeams('security').at(-1) ?? expect.fail('There is no form.');
    expect(teams.says(form)).toContain('Pia Lund');
    const opening = await teams.press(user('security'), { press: /^Open/ });
    expect(opening.status).toBe(200);
    expect(teams.says(form, user('security'))).toMatch(/open/i);
    await house.until('2026-11-23T09:00:00.000Z');
    const [row] = await house.ports.readings.reviews();
    const review = row?.id ?? expect.fail('It did not open.');

    expect(saysInTeams('platform')).toMatch(/You own \d+ prompts/);
    expect(teams.channel(house.channel)).toHaveLength(1);
    const [toRavi] = slack.dm(house.slackUser('sre'));
    expect(slack.says(toRavi ?? expect.fail('Ravi was not asked.'))).toMatch(/You own \d+ prompts/);
    expect(inTeams('sre')).toEqual([]);

    await teams.press(user('platform'), { press: 'Start' });
    await teams.settled();
    const yes = await teams.press(user('platform'), { press: 'Yes', nth: 1 });
    expect(yes.status).toBe(200);
    expect(saysInTeams('platform')).toContain('you, just now');
    await (await slack.clickInMessage(house.slackUser('sre'), { click: 'Start' })).answered();
    await (await slack.clickInMessage(house.slackUser('sre'), { click: /^Next/ })).answered();
    await (await slack.clickInMessage(house.slackUser('sre'), { click: 'Yes', nth: 1 })).answered();
    const answered = [...(await house.review(review)).items.values()].filter(({ answers }) => answers.length > 0);
    expect(answered.map(({ owner }) => owner).toSorted()).toEqual([house.who('platform'), house.who('sre')].toSorted());

    await answerAll(house, review);
    await house.until('2026-11-25T16:00:00.000Z');
    expect((await house.review(review)).status).toBe('closed');
    const closing = teams
      .channel(house.channel)
      .map((message) => teams.says(message))
      .join('\n');
    expect(closing).toContain((await house.review(review)).closed?.head.hash);

    await teams.press(user('approver'), { press: /^(Sign|Read and sign|Sign off)/ });
    const signed = await teams.press(user('approver'), { press: /^Sign/, fill: { 'I sign this statement': true } });
    expect(signed.status).toBe(200);
    expect((await house.review(review)).status).toBe('signed off');
    await house.until('2026-11-26T16:00:00.000Z');

    expect(house.alarms.failures).toEqual([]);
    expect(house.log.said.filter(({ level }) => level !== 'info')).toEqual([]);
    expect([...teams.refusals(), ...slack.refusals()]).toEqual([]);
    // What was sent by itself, and the form that was asked for.
    expect(teams.posts()).toHaveLength((await sentInTeams()) + 1);
  });
});

async function sentInTeams(): Promise<number> {
  const elsewhere = ['sre', 'second-approver'].map(house.who);
  const rows = await house.ports.readings.ledger({});
  return rows.filter(({ status, contact }) => status === 'sent' && !elsewhere.includes(contact)).length;
}
