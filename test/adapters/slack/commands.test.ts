/** The command, Home, sharing, and what the doctor says. */
import { afterEach, describe, expect, it } from 'vitest';
import { slack } from '../../../src/adapters/slack/slack.ts';
import { register } from '../../../src/flow/register.ts';
import { checklist } from '../../support/a-review.ts';
import { answerAll } from '../../support/answering.ts';
import { memoryConversations } from '../../support/memory-conversations.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

describe('/review', () => {
  it.each([
    ['mine', 'What waits for you'],
    ['status', 'By section'],
    ['why', 'Asked'],
    ['help', 'mine'],
    ['report', 'Report'],
    ['judge', 'judge'],
    ['', 'mine'],
    ['constructor', 'does not know “constructor”'],
    ['__proto__', 'does not know “__proto__”'],
  ])('%s answers for that person only', async (text, says) => {
    house = await slackHouse();
    await house.opened();
    const told = await house.slack.slashCommand(house.user('security'), `/review ${text}`.trim(), {
      in: house.channel,
    });
    expect(told).toMatchObject({ status: 200, body: { response_type: 'ephemeral' } });
    expect(JSON.stringify(told.body)).toMatch(new RegExp(says, 'i'));
    expect(house.slack.messages(house.channel)).toHaveLength(1);
  });

  it('is called in every word as it is called in this workspace', async () => {
    house = await slackHouse({ muster: { command: '/check' } });
    await house.opened();
    const { slack, user } = house;
    await slack.slashCommand(user('platform'), '/check help', { in: house.channel });
    await slack.slashCommand(user('platform'), '/check nonsense', { in: house.channel });
    const unknown = { alter: (payload: object) => ({ ...payload, actions: [{ action_id: 'old', action_ts: '1' }] }) };
    await (await slack.clickInMessage(user('platform'), { click: 'Why me?' }, unknown)).answered();
    const said = slack.ephemerals(user('platform')).map(slack.says);
    expect(said[0]).toContain('/check status [program]: Where a review stands.');
    expect(said.at(-1)).toContain('Type /check mine');
    expect([...said, ...slack.dm(user('platform')).map(slack.says)].join()).not.toContain('/review');
  });

  it('open says before anything is opened who cannot be reached, and that nothing can be posted', async () => {
    house = await slackHouse();
    const sre = house.slack.world.users.get(house.user('sre')) ?? expect.fail();
    house.slack.world.users.set(sre.id, { ...sre, deleted: true });
    const channel = house.slack.world.channels.get(house.channel) ?? expect.fail();
    house.slack.world.channels.set(house.channel, { ...channel, members: new Set() });
    const lead = house.user('security');
    await house.slack.slashCommand(lead, '/review open', { in: house.channel });
    await house.slack.when('the preview', () => house.slack.modals(lead)[0]?.says.includes('Due') === true);
    const says = house.slack.modals(lead)[0]?.says ?? expect.fail();
    expect(says).toMatch(/Ravi Shah: .*They cannot be reached now/);
    expect(says.match(/cannot be reached/g)).toHaveLength(1);
    expect(says).toContain(
      'Nothing would be posted in the channel platform-security now: Muster is not in the channel',
    );
  });

  it.each([
    ['assign', 'Reassign'],
    ['handover', 'Hand over'],
    ['close', 'Close the review'],
  ])('%s opens a form', async (text, title) => {
    house = await slackHouse();
    await house.opened();
    const told = await house.slack.slashCommand(house.user('security'), `/review ${text}`, { in: house.channel });
    expect(told.status).toBe(200);
    await house.slack.when('a form', () => house.slack.modals(house.user('security')).length === 1);
    expect(house.slack.modals(house.user('security'))[0]?.says).toContain(title);
  });

  it('status is shared in the team channel, as the channel may see it, and nowhere else', async () => {
    house = await slackHouse();
    const review = await house.opened();
    await house.slack.slashCommand(house.user('security'), '/review status', { in: house.channel });
    const share = await house.slack.clickInMessage(house.user('security'), {
      click: 'Share in this channel',
      in: house.channel,
    });
    expect(share.status).toBe(200);
    await share.answered();
    const shared = house.slack.messages(house.channel).at(-1) ?? expect.fail();
    expect(house.slack.messages(house.channel)).toHaveLength(2);
    expect(shared.text).toContain('Saga Holm');
    const other = house.slack.addChannel({ name: 'elsewhere' });
    const told = await house.slack.slashCommand(house.user('security'), '/review status', { in: other.id });
    expect(JSON.stringify(told.body)).not.toContain('Share in this channel');
    // It stays current from then on.
    await answerAll(house, review);
    await house.until('2026-11-23T09:05:00.000Z');
    await house.slack.when(
      'the shared message redrawn',
      () => (house.slack.messages(house.channel).at(-1)?.edits ?? 0) > 0,
    );
  });
});

it('a name with signs in it is a name and no mark-up, also above what its person shares', async () => {
  house = await slackHouse();
  await house.opened();
  const [saga] = [...(await house.ports.directory.people()).values()].filter(({ key }) => key === 'security');
  const { id: _, ...entry } = saga ?? expect.fail('There is no Saga Holm.');
  await house.ports.directory.remember([{ ...entry, name: 'Saga <!channel> & Holm' }]);
  await house.slack.slashCommand(house.user('security'), '/review status', { in: house.channel });
  const press = { click: 'Share in this channel', in: house.channel };
  await (await house.slack.clickInMessage(house.user('security'), press)).answered();
  expect(house.slack.messages(house.channel).at(-1)?.text).toContain('Shared by Saga &lt;!channel&gt; &amp; Holm. ');
  expect(house.slack.pages).toEqual([]);
});

describe('Home', () => {
  it('shows what waits, opens it, and is current after each act', async () => {
    house = await slackHouse();
    await house.opened();
    const opened = await house.slack.openHome(house.user('platform'));
    await opened.next(({ name }) => name === 'views.publish');
    expect(house.slack.home(house.user('platform'))?.says).toMatch(/1 thing waits for you/);
    const told = await house.slack.clickInHome(house.user('platform'), { click: 'Answer' });
    expect(told.status).toBe(200);
    await house.slack.when('a window', () => house.slack.modals(house.user('platform')).length === 1);
  });

  it('says so to who has no part, and to who is unknown', async () => {
    house = await slackHouse();
    const guest = house.slack.addUser({ realName: 'Greta Gast' });
    for (const [user, says] of [
      [house.user('stranger'), 'Nothing waits'],
      [guest.id, 'does not know you'],
    ] as const) {
      const opened = await house.slack.openHome(user);
      await opened.next(({ name }) => name === 'views.publish');
      expect(house.slack.home(user)?.says).toContain(says);
    }
  });
});

describe('the doctor', () => {
  const said = async () => Object.fromEntries((await house.muster.findings()).map(({ id, state }) => [id, state]));

  it('finds all well', async () => {
    house = await slackHouse();
    await house.slack.verifyUrl();
    const findings = await house.muster.findings();
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(findings.map(({ id }) => id)).toEqual([
      'slack-way',
      'slack-token',
      'slack-scopes',
      'slack-channel-kubernetes-security',
      'slack-people',
    ]);
  });

  it('vouches for the way from Slack only once Slack has come, and says when', async () => {
    house = await slackHouse();
    const way = async () => (await house.muster.findings()).find(({ id }) => id === 'slack-way');
    expect(await way()).toMatchObject({ state: 'attention', advice: expect.stringContaining('Retry') });
    await house.slack.slashCommand(house.user('platform'), '/review mine', { sign: { secret: 'another' } });
    expect(await way()).toMatchObject({ state: 'attention' });
    await house.slack.verifyUrl();
    expect(await way()).toMatchObject({ state: 'ok', sentence: expect.stringContaining('2026-11-23 08:30:00 UTC') });
    expect(house.log.said.map(({ sentence }) => sentence)).toContain(
      'The first signed request from Slack since this start came.',
    );
  });

  it('says which way is taken where both are set', async () => {
    house = await slackHouse({ muster: { appToken: 'xapp-too' } });
    expect(await said()).toMatchObject({ 'slack-ways': 'attention' });
  });

  it('without a network to Slack finds no fault with the token', async () => {
    house = await slackHouse();
    const { signingSecret, tokens } = house.slack;
    const far = { signingSecret, botToken: tokens.bot, apiUrl: 'http://127.0.0.1:1/api/', command: '/review' };
    const other = slack({ ...house.ports, ...far, sharedChannels: false, conversations: memoryConversations() });
    const findings = await other.findings();
    expect(findings).toContainEqual(
      expect.objectContaining({ id: 'slack-token', sentence: expect.stringContaining('cannot reach 127.0.0.1:1') }),
    );
    expect(JSON.stringify(findings)).not.toContain('SLACK_BOT_TOKEN');
    // Nothing comes to a process that only looks.
    expect(findings[0]).toMatchObject({ id: 'slack-way', state: 'ok', sentence: expect.stringContaining('the log') });
  });

  it('names a missing scope, an address nobody has, and a channel it is not in', async () => {
    house = await slackHouse({ shared: true });
    house.slack.setScopes(['chat:write', 'commands', 'users:read', 'users:read.email', 'channels:read']);
    const lost = await house.ports.directory.remember([
      { key: 'lost', name: 'Lotta Lost', zone: 'UTC', platform: 'slack', email: 'lotta@nowhere.example' },
    ]);
    await register(house.ports, { ...house.program, members: [...house.program.members, ...lost.values()] }, checklist);
    expect(await said()).toMatchObject({
      'slack-scopes': 'problem',
      'slack-person-lost': 'problem',
      'slack-channel-kubernetes-security': 'problem',
    });
    const scopes = (await house.muster.findings()).find(({ id }) => id === 'slack-scopes');
    expect(scopes?.sentence).toContain('groups:read');
  });

  it('looks again at whoever was found before, for they may have left since', async () => {
    house = await slackHouse();
    await house.opened();
    const platform = house.user('platform');
    house.slack.world.users.set(platform, {
      ...(house.slack.world.users.get(platform) ?? expect.fail()),
      deleted: true,
    });
    expect((await house.ports.directory.people()).get(house.who('platform'))?.address).toBe(platform);
    expect(await said()).toMatchObject({ 'slack-person-platform': 'problem' });
  });

  it('sees at once that it was invited', async () => {
    house = await slackHouse();
    const channel = house.slack.world.channels.get(house.channel) ?? expect.fail();
    house.slack.world.channels.set(house.channel, { ...channel, members: new Set() });
    expect(await said()).toMatchObject({ 'slack-channel-kubernetes-security': 'problem' });
    house.slack.world.channels.set(house.channel, channel);
    expect(await said()).toMatchObject({ 'slack-channel-kubernetes-security': 'ok' });
  });

  it('tries the app token, and does not only look whether it is set', async () => {
    house = await slackHouse({ slack: { socketMode: true } });
    expect(await said()).toMatchObject({ 'slack-way': 'ok' });
    const { botToken, apiUrl, command, sharedChannels } = {
      ...house,
      botToken: house.slack.tokens.bot,
      apiUrl: house.slack.apiUrl,
      command: '/review',
      sharedChannels: false,
    };
    const settings = { botToken, apiUrl, command, sharedChannels, appToken: 'xapp-wrong' };
    const wrong = slack({ ...house.ports, ...settings, conversations: memoryConversations() });
    const way = (await wrong.findings()).find(({ id }) => id === 'slack-way');
    expect(way).toMatchObject({ state: 'problem', advice: expect.stringContaining('SLACK_APP_TOKEN') });
  });

  it('says that the token is of no use', async () => {
    house = await slackHouse();
    house.slack.world.revoked = 'token_revoked';
    expect((await said())['slack-token']).toBe('problem');
  });
});
