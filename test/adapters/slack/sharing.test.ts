/** A share is posted for everybody: once for each press, and whoever pressed is told what is known of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate } from '../../support/gate.ts';
import { leadingTo } from './places.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
beforeEach(async () => {
  house = await slackHouse();
  await house.opened();
  await house.slack.slashCommand(house.user('security'), '/review status', { in: house.channel });
});
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

async function shared() {
  const press = { click: 'Share in this channel', in: house.channel };
  const told = await house.slack.clickInMessage(house.user('security'), press);
  expect(told.status).toBe(200);
  await told.answered();
  return told;
}
const inChannel = () => house.slack.messages(house.channel).length;
const said = () => house.slack.says(house.slack.ephemerals(house.user('security')).at(-1) ?? expect.fail());

describe('a share', () => {
  it('delivered again is not posted again', async () => {
    const told = await shared();
    expect(inChannel()).toBe(2);
    expect((await told.again({ exact: true })).status).toBe(200);
    expect((await told.again()).status).toBe(200);
    await shared();
    expect(inChannel()).toBe(3);
  });

  it('whose answer was lost may have been posted, and is not called refused', async () => {
    house.slack.fail('chat.postMessage', { fault: 'lose the answer' });
    await shared();
    expect(inChannel()).toBe(2);
    expect(said()).toContain('may have been shared');
    expect(said()).not.toContain('Not shared');
  });

  it('that Slack refused says so, and why', async () => {
    house.slack.fail('chat.postMessage', { fault: 'refuse', error: 'not_in_channel' });
    await shared();
    expect(said()).toContain('Not shared: Muster is not in the channel');
  });

  it('that could not be noted was shared all the same', async () => {
    const { add } = house.ports.messages;
    Object.assign(house.ports.messages, { add: () => Promise.reject(new Error('The disk is full.')) });
    await shared();
    Object.assign(house.ports.messages, { add });
    expect(inChannel()).toBe(2);
    expect(said()).toMatch(/^Shared\./);
  });
});

const mine = { show: 'mine' } as const;

it('a reply that could not be noted is not given twice', async () => {
  const { add } = house.ports.messages;
  const tried = gate();
  const failing = () => {
    tried.open();
    return Promise.reject(new Error('The disk is full.'));
  };
  Object.assign(house.ports.messages, { add: failing });
  const before = house.slack.ephemerals(house.user('platform')).length;
  await house.slack.clickInMessage(house.user('platform'), { click: 'Why me?' }, leadingTo(mine));
  await tried.passed;
  Object.assign(house.ports.messages, { add });
  await house.slack.verifyUrl();
  await house.slack.settled();
  expect(house.slack.dm(house.user('platform'))).toHaveLength(2);
  expect(house.slack.ephemerals(house.user('platform'))).toHaveLength(before);
});

it('an explanation is for this moment: however often it is asked for, no message of it remains', async () => {
  const { slack, user } = house;
  for (let press = 1; press <= 3; press += 1) {
    const told = await slack.clickInMessage(user('platform'), { click: 'Why me?' });
    await told.answered();
    expect(slack.dm(user('platform'))).toHaveLength(1);
    const [shown, ...more] = slack.ephemerals(user('platform')).slice(press - 1);
    expect(more).toEqual([]);
    expect(slack.says(shown ?? expect.fail())).toContain('Why you');
  }
  const back = await slack.clickInMessage(user('platform'), { click: 'My prompts', nth: 1 });
  expect(back.status).toBe(200);
});

it('an explanation that Slack does not show beside is posted after all', async () => {
  house.slack.fail('response_url', { fault: 'unavailable' });
  const told = await house.slack.clickInMessage(house.user('platform'), { click: 'Why me?' });
  await told.next(({ name }) => name === 'chat.postMessage');
  expect(house.slack.dm(house.user('platform'))).toHaveLength(2);
});
