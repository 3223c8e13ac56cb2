/** The Teams of our tests must be as strict as the real one, or everything proved against it is worth nothing. */
import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Fields } from '../../support/slack/json.ts';
import { aBot, type Bot } from '../../support/teams/a-bot.ts';
import { aCard, execute, message, textBlock, textInput } from '../../support/teams/a-card.ts';
import { refusals } from '../../support/teams/answer.ts';
import { badTokens } from '../../support/teams/issuer/tokens.ts';
import { huge, junk } from '../../support/teams/rawly.ts';
import { cardType } from '../../support/teams/schema/activity.ts';
import { type TeamsOptions, type TeamsServer, teamsServer } from '../../support/teams/teams-server.ts';

let teams: TeamsServer;
let bot: Bot;
let pia: string;
let now = Date.parse('2026-11-23T08:00:00Z');

async function open(options: TeamsOptions = {}, logic = echo): Promise<void> {
  teams = await teamsServer({ now: () => now, ...options });
  bot = await aBot(teams, logic);
  pia = teams.addPerson({ name: 'Pia Lund' }).id;
}

async function echo(context: TurnContext): Promise<void> {
  if (context.activity.type === 'message') await context.sendActivity(`You said ${context.activity.text}`);
}

beforeEach(() => open());
afterEach(async () => {
  await bot.close();
  await teams.close();
});

/** The SDK writes what it thinks of bad tokens on the console. */
function hush() {
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  for (const spy of spies) spy.mockImplementation(() => {});
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
}

const post = (activity: Fields) => bot.post(teams.chatIdOf(pia), activity);

describe('with the SDK as it comes', () => {
  test('a person installs the app, says something, and is answered once', async () => {
    await teams.install(pia);
    const told = await teams.say(pia, 'hello');
    expect(told.status).toBe(200);
    expect(teams.chat(pia).map(({ text }) => text)).toEqual(['hello', 'You said hello']);
    expect(teams.posts()).toHaveLength(1);
    expect(bot.heard.map(({ type }) => type)).toEqual(['conversationUpdate', 'installationUpdate', 'message']);
    expect(teams.violations).toEqual([]);
  });

  test('a mention in a channel is answered in its thread', async () => {
    const team = teams.addTeam({ name: 'Platform' });
    await teams.installInTeam(team.id, pia);
    const channel = teams.addChannel({ name: 'security', team: team.id });
    await teams.mention(pia, { in: channel.id, says: 'status' });
    const [asked, answered] = teams.channel(channel.id);
    expect(answered).toMatchObject({ root: asked?.id, text: expect.stringContaining('status') });
  });

  test.each(badTokens)('a token that is %s does not open the door', async (token) => {
    hush();
    await teams.install(pia);
    const heard = bot.heard.length;
    const told = await teams.say(pia, 'let me in', { token });
    // The SDK itself takes a directory's token of any tenant: whoever uses it must look at the issuer too.
    if (token === 'other tenant') expect(told.status).toBe(200);
    else {
      expect(told.status).toBeGreaterThanOrEqual(400);
      expect(bot.heard).toHaveLength(heard);
    }
  });

  test('what was told can be told again, under the same id', async () => {
    await teams.install(pia);
    const told = await teams.say(pia, 'hello');
    const again = await told.again();
    expect(again.activity).toEqual(told.activity);
    expect(teams.posts()).toHaveLength(2);
  });

  test('junk is sent as it is', async () => {
    hush();
    for (const [, body] of junk) expect((await teams.sendRaw({ body })).status).not.toBe(200);
    expect((await teams.sendRaw({ body: huge() })).status).toBe(413);
  });
});

describe('a card', () => {
  const asks = () =>
    aCard({
      body: [textBlock('One'), { type: 'ActionSet', actions: [execute('Yes'), execute('No')] }, textInput('Note')],
      actions: [execute('Save', { data: { act: 'save' } })],
    });

  test('is pressed, answers in place, and is drawn anew for everybody by an edit', async () => {
    await bot.close();
    bot = await aBot(teams, async (context) => {
      if (context.activity.type !== 'invoke') return;
      const body = { statusCode: 200, type: cardType, value: aCard({ body: [textBlock('Yes, noted')] }) };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    });
    await teams.install(pia);
    const { id } = await post(message(asks()));
    const told = await teams.press(pia, { press: 'Yes', fill: { Note: 'as last time' } });
    expect(told.activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      value: {
        trigger: 'manual',
        action: { type: 'Action.Execute', title: 'Yes', verb: 'answer', data: { act: 'Yes', note: 'as last time' } },
      },
    });
    const [shown] = teams.chat(pia);
    expect(shown && [teams.says(shown, pia), teams.says(shown)]).toEqual([
      'Yes, noted',
      expect.stringContaining('One'),
    ]);
    await bot.proactive(teams.chatIdOf(pia), async (context) => {
      await context.updateActivity({ ...message(aCard()), id: id ?? '' });
    });
    const [edited] = teams.chat(pia);
    expect(edited && teams.says(edited, pia)).toBe('Is it *so*?');
    expect(teams.violations).toEqual([]);
  });

  test('is pressed by an older client through its fallback', async () => {
    await teams.install(pia);
    await post(message(asks()));
    const told = await teams.press(pia, { press: 'No', client: 'older' });
    expect(told.activity).toMatchObject({ type: 'message', value: { act: 'No' } });
    expect(told.activity['text']).toBeUndefined();
  });
});

describe('misfortune', () => {
  test('is met by name', async () => {
    await teams.install(pia);
    for (const refused of [refusals.disabledByAdmin, refusals.noConversation, refusals.precondition, refusals.tooBig]) {
      teams.fail('post', refused);
      expect((await post({ type: 'message', text: 'a' })).failed).toMatchObject({ statusCode: refused.status });
    }
    expect(teams.refusals()[0]).toBe('reply: 403 BotDisabledByAdmin');
  });

  test('who has not the app, or no more, cannot be written to', async () => {
    expect((await post({ type: 'message', text: 'a' })).failed).toMatchObject({ statusCode: 403 });
    await teams.install(pia);
    await teams.uninstall(pia);
    expect((await post({ type: 'message', text: 'a' })).failed).toMatchObject({ statusCode: 403 });
  });

  test('an accepted message may have no id, or be followed by an error: then the SDK sends it again by itself', async () => {
    await teams.install(pia);
    teams.fail('post', { fault: 'no id' });
    expect((await post({ type: 'message', text: 'a' })).id).toBeFalsy();
    teams.fail('post', { fault: 'unavailable', accepted: true });
    await post({ type: 'message', text: 'b' });
    expect(teams.chat(pia).map(({ text }) => text)).toEqual(['a', 'b', 'b']);
    expect(teams.posts()).toHaveLength(3);
  });

  test('a call can hang until it is released', async () => {
    await teams.install(pia);
    const hung = teams.fail('post', { fault: 'hang' });
    const posted = post({ type: 'message', text: 'a' });
    await hung.struck;
    expect(teams.chat(pia)).toEqual([]);
    hung.release();
    expect((await posted).id).toBeTruthy();
  });

  test('a reset is a reset', async () => {
    await teams.install(pia);
    teams.fail('post', { fault: 'reset' });
    await post({ type: 'message', text: 'a' });
    expect(teams.posts().map(({ status }) => status)).toEqual([0, 201]);
  });

  test('seven in a second are heard, the eighth is not, and the clock says when again', async () => {
    await teams.install(pia);
    const fetchOne = async () => {
      const { token } = await aToken();
      const path = `v3/conversations/${encodeURIComponent(teams.chatIdOf(pia))}/activities`;
      return fetch(`${teams.serviceUrl}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text: 'a' }),
      });
    };
    const statuses = await Promise.all(Array.from({ length: 8 }, fetchOne));
    expect(statuses.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
    expect(statuses.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('1');
    now += 1000;
    expect((await fetchOne()).status).toBe(201);
  });
});

async function aToken() {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: teams.bot.appId,
    client_secret: teams.bot.password,
    scope: 'https://api.botframework.com/.default',
  });
  const response = await fetch(`${teams.origin}/${teams.tenant}/oauth2/v2.0/token`, { method: 'POST', body });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return { token };
}

test('chats are opened for people of the tenant who have the app, and threads begun in channels', async () => {
  await teams.install(pia);
  const { token } = await aToken();
  const create = async (body: Fields) => {
    const response = await fetch(`${teams.serviceUrl}v3/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Fields };
  };
  const tenant = { id: teams.tenant };
  const aad = teams.world.people.get(pia)?.aad;
  const members = [{ id: aad }];
  expect(await create({ members, tenantId: teams.tenant, channelData: { tenant } })).toEqual({
    status: 201,
    body: { id: teams.chatIdOf(pia) },
  });
  expect((await create({ members })).status).toBe(400);
  const bo = teams.addPerson({ name: 'Bo Ek' });
  expect((await create({ members: [{ id: bo.id }], tenantId: teams.tenant })).status).toBe(403);
});

test('members are listed whole and in pages', async () => {
  for (const name of ['Bo Ek', 'Ann Berg']) teams.addPerson({ name });
  const team = teams.addTeam({ name: 'Platform', installed: true });
  const { token } = await aToken();
  const get = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await (
      await fetch(`${teams.serviceUrl}v3/conversations/${team.id}/${path}`, { headers })
    ).json()) as Fields;
  };
  const first = await get('pagedmembers?pageSize=2');
  const rest = await get(`pagedmembers?pageSize=2&continuationToken=${String(first['continuationToken'])}`);
  expect([first['members'], rest['members']]).toEqual([
    [expect.objectContaining({ email: 'pia.lund@example.com' }), expect.objectContaining({ surname: 'Ek' })],
    [expect.objectContaining({ givenName: 'Ann', tenantId: teams.tenant })],
  ]);
  expect(await get('members')).toHaveLength(3);
});
