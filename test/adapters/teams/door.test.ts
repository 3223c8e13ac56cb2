/** Who may come in: Teams, of our own organisation, from Microsoft’s own addresses. Everybody else hears why, and nothing is recorded. */
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest';
import { isTrusted } from '../../../src/adapters/teams/service-url.ts';
import { fields } from '../../support/slack/json.ts';
import { badTokens } from '../../support/teams/issuer/tokens.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
let review: string;
let before: number;

let said: MockInstance<typeof console.error>;

beforeAll(async () => {
  said = vi.spyOn(console, 'error').mockImplementation(() => {});
  house = await teamsHouse();
  review = await house.opened();
  await house.teams.press(house.user('platform'), { press: 'Start' });
  await house.teams.settled();
  before = await recorded();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await house.close();
});

async function recorded(): Promise<number> {
  return (await house.ports.store.current({ kind: 'review', id: review }))?.head.version ?? 0;
}
const yes = (how: object = {}) => house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 }, how);

describe('an activity', () => {
  afterEach(async () => {
    expect(await recorded()).toBe(before);
    expect(house.teams.violations).toEqual([]);
    expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each(badTokens)('with a token that is %s is turned away', async (token) => {
    const calls = house.teams.calls().length;
    const told = await yes({ token });
    expect([401, 403]).toContain(told.status);
    expect(told.body).toEqual({ error: expect.stringMatching(/\.$/) });
    expect(house.teams.calls()).toHaveLength(calls);
    // The SDK would write what it thinks of each on the console.
    expect(said).not.toHaveBeenCalled();
  });

  it('that is turned away is told in the log, once a minute at most', () => {
    const lines = house.log.said.filter(({ sentence }) =>
      sentence.endsWith('401: This request did not come from Teams.'),
    );
    expect(lines).toMatchObject([{ level: 'warn' }]);
  });

  const tenant = (id: string) => ({ tenant: { id } });
  const other = '99999999-9999-4999-8999-999999999999';
  it.each([
    ['of another tenant', { conversation: { tenantId: other }, channelData: tenant(other) }],
    ['of two tenants', { channelData: tenant(other) }],
    ['of another channel', { channelId: 'directline' }],
    ['of a channel that the SDK verifies in another way', { channelId: 'AseChannel' }],
    ['from the emulator', { channelId: 'emulator' }],
  ])('%s is turned away', async (_, change: Record<string, unknown>) => {
    const alter = (activity: Record<string, unknown>) => ({
      ...activity,
      ...change,
      ...(change['conversation'] !== undefined && {
        conversation: { ...fields(activity['conversation']), ...fields(change['conversation']) },
      }),
    });
    expect((await yes({ alter })).status).toBe(403);
  });

  it('of no tenant is turned away', async () => {
    const alter = (activity: Record<string, unknown>) => {
      const { tenantId: _, ...conversation } = fields(activity['conversation']);
      return { ...activity, conversation, channelData: {} };
    };
    expect((await yes({ alter })).status).toBe(403);
  });

  it.each(['https://smba.trafficmanager.net/emea/', 'https://evil.example/', 'http://127.0.0.1:1/'])(
    'that says it is served at %s, and whose token does not, is turned away',
    async (serviceUrl) => {
      expect((await yes({ alter: (activity: object) => ({ ...activity, serviceUrl }) })).status).toBe(401);
    },
  );

  it('is asked for again while Microsoft’s keys cannot be fetched', async () => {
    const shut = await teamsHouse({
      bare: true,
      muster: { access: { door: 'test issuer', openIdMetadata: 'http://127.0.0.1:9/none' } },
    });
    expect((await shut.teams.say(shut.user('platform'), 'mine')).status).toBe(503);
    await shut.close();
  });
});

it('Teams itself comes in', async () => {
  expect((await yes()).status).toBe(200);
  expect(await recorded()).toBe(before + 1);
});

describe('with the door open for local tools', () => {
  it('nobody is asked for a token, and still only our tenant and this machine are spoken to', async () => {
    const open = await teamsHouse({ teams: { asksFor: 'nothing' }, muster: { access: { door: 'open on loopback' } } });
    await open.opened();
    expect((await open.teams.say(open.user('platform'), 'mine')).status).toBe(200);
    const posts = open.teams.posts().length;
    const say = (change: object) =>
      open.teams.say(open.user('platform'), 'mine', { alter: (activity) => ({ ...activity, ...change }) });
    expect((await say({ serviceUrl: 'https://smba.trafficmanager.net/emea/' })).status).toBe(403);
    expect((await say({ channelData: { tenant: { id: 'other' } } })).status).toBe(403);
    expect(open.teams.posts()).toHaveLength(posts);
    expect(await open.muster.findings()).toContainEqual(
      expect.objectContaining({ id: 'teams-app', state: 'attention' }),
    );
    await open.close();
  });

  it('no page in a browser comes in, under whatever name, and the log warns of the door', async () => {
    const open = await teamsHouse({ teams: { asksFor: 'nothing' }, muster: { access: { door: 'open on loopback' } } });
    expect(open.log.said).toContainEqual(
      expect.objectContaining({ level: 'warn', sentence: expect.stringContaining('TEAMS_INSECURE_LOCAL is set') }),
    );
    const activity = {
      ...{ type: 'message', id: 'x1', channelId: 'msteams', serviceUrl: open.teams.serviceUrl, text: 'mine' },
      from: { id: open.user('platform'), aadObjectId: open.account('platform') },
      recipient: { id: open.teams.bot.id },
      conversation: {
        id: open.teams.chatIdOf(open.user('platform')),
        conversationType: 'personal',
        tenantId: open.teams.tenant,
      },
    };
    const json = { 'content-type': 'application/json; charset=utf-8' };
    const { port } = new URL(open.url);
    const told = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        // `fetch` lets nobody choose the host.
        const sent = request(open.url, { method: 'POST', headers }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
        });
        sent.on('error', reject).end(JSON.stringify(activity));
      });
    expect(await told({ 'content-type': 'text/plain' })).toBe(403);
    expect(await told({})).toBe(403);
    expect(await told({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await told({ ...json, origin: 'null' })).toBe(403);
    expect(await told({ ...json, host: `evil.example:${port}` })).toBe(403);
    expect(open.teams.posts()).toEqual([]);
    expect(await told({ ...json, host: `localhost:${port}` })).toBe(200);
    expect(open.teams.posts()).toHaveLength(1);
    await open.close();
  });

  it('what was kept from another door is not called', async () => {
    const open = await teamsHouse({ bare: true });
    const account = open.account('platform');
    const kept = {
      id: 'a:kept',
      tenant: open.teams.tenant,
      type: 'personal',
      user: open.user('platform'),
      account,
    } as const;
    await open.conversations.learn({ ...kept, serviceUrl: 'https://smba.trafficmanager.net/emea/' });
    await open.ports.directory.learn(open.who('platform'), account);
    await open.opened();
    expect(open.teams.calls()).toEqual([]);
    const [row] = await open.ports.readings.ledger({ contact: open.who('platform') });
    expect(row?.status).toBe('planned');
    await open.close();
  });
});

describe('an address of Teams', () => {
  const guarded = { door: 'guarded' } as const;
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://canary.botapi.skype.com.botframework.com/',
  ])('%s is Microsoft’s', (url) => expect(isTrusted(url, guarded)).toBe(true));
  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://other.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net:8443/',
    'https://user:word@smba.trafficmanager.net/',
    'https://evilbotframework.com/',
    'https://127.0.0.1/',
    'javascript:alert(1)',
    '',
  ])('%s is not', (url) => expect(isTrusted(url, guarded)).toBe(false));
});
