/** What nobody's Slack would send, and what people send who have no part: a clear answer, nothing recorded, nothing down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
let review: string;
let events: number;
beforeAll(async () => {
  house = await slackHouse();
  review = await house.opened();
  await (await house.slack.clickInMessage(house.user('platform'), { click: 'Start' })).answered();
  events = await recorded();
});
afterAll(async () => {
  expect(await recorded()).toBe(events);
  expect(house.slack.pages).toEqual([]);
  expect((await house.slack.slashCommand(house.user('platform'), '/review mine')).status).toBe(200);
  await house.close();
});

async function recorded(): Promise<number> {
  const current = await house.ports.store.current({ kind: 'review', id: review });
  return current?.head.version ?? 0;
}
const click = (how: object, aim: object = {}) =>
  house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1, ...aim }, how);
const minutes = 60_000;

describe('a request is refused', () => {
  it.each([
    ['signed with another secret', { sign: { secret: 'another' } }, /copy it again/],
    ['six minutes old', { sign: { shift: -6 * minutes } }, /clock is ahead/],
    ['six minutes from the future', { sign: { shift: 6 * minutes } }, /clock is behind/],
    ['without a signature', { sign: { omit: 'signature' } }, /no signature/],
    ['without a timestamp', { sign: { omit: 'timestamp' } }, /no signature/],
    ['without either', { sign: { omit: 'both' } }, /no signature/],
    ['with a signature of no sense', { sign: { signature: 'v0=' } }, /copy it again/],
    ['with a signature of another version', { sign: { signature: 'v9=abc' } }, /copy it again/],
  ])('%s, and the log says why, once a minute at most', async (_, how, why) => {
    expect((await click(how)).status).toBe(401);
    expect((await click(how)).status).toBe(401);
    const told = house.log.said.filter(({ level, sentence }) => level === 'warn' && why.test(sentence));
    expect(told).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'payload=%7Bnonsense', 400],
    ['no payload at all', '', 400],
    ['a payload of an unknown type', `payload=${encodeURIComponent('{"type":"shout"}')}`, 400],
    [
      'a click without a button',
      `payload=${encodeURIComponent('{"type":"block_actions","user":{"id":"U1"},"actions":[]}')}`,
      400,
    ],
    ['a list', `payload=${encodeURIComponent('[1,2]')}`, 400],
    ['five megabytes', `payload=${'a'.repeat(5_000_000)}`, 413],
  ])('with %s', async (_, body, status) => {
    const told = await house.slack.sendRaw({ body });
    expect(told.status).toBe(status);
  });

  it('of a kind nobody asks for', async () => {
    expect((await fetch(house.url)).status).toBe(404);
    expect((await house.slack.sendRaw({ body: '{"type":"event_callback"}', type: 'application/json' })).status).toBe(
      400,
    );
  });
});

describe('what Slack signed and never sends is refused, and told in one line of the log', () => {
  const payload = (changed: object) => ({ alter: (sent: object) => ({ ...sent, ...changed }) });
  it.each([
    ['a click from nowhere', () => click(payload({ container: undefined }))],
    ['a click in a window that is a number', () => click(payload({ view: 5 }))],
    ['a click without a time of its own', () => click(payload({ actions: [{ action_id: 'show:1', value: '' }] }))],
    ['a command of 20,000 signs', () => command({ text: 'a'.repeat(20_000) })],
    ['a command that bears no mark', () => command({ trigger_id: '' })],
    ['a form whose state is a word', () => sent({ state: 'filled' })],
  ])('%s', async (_, send) => {
    const from = house.log.said.length;
    expect((await send()).status).toBe(400);
    const said = house.log.said.slice(from);
    expect(said.map(({ level }) => level)).toEqual(['warn']);
    expect(said[0]?.sentence).toMatch(/^This is no request that Slack makes: [^{}[\]]+ cannot be read\.$/);
  });

  it('an event without a person is taken, and is no fault of ours', async () => {
    const from = house.log.said.length;
    expect((await house.slack.event({ type: 'app_home_opened', tab: 'home' })).status).toBe(200);
    await expect.poll(() => house.log.said.slice(from).map(({ level }) => level)).toEqual(['warn']);
  });
});
const command = (changed: object) =>
  house.slack.slashCommand(house.user('platform'), '/review mine', {
    alter: (sent: object) => ({ ...sent, ...changed }),
  } as never);
const sent = (changed: object) => {
  const view = { id: 'V1', type: 'modal', hash: 'h', private_metadata: '', callback_id: 'form', ...changed };
  const body = { type: 'view_submission', team: { id: 'T1' }, user: { id: house.user('platform') }, view };
  return house.slack.sendRaw({ body: `payload=${encodeURIComponent(JSON.stringify(body))}` });
};

it('Slack’s own question whether this is our address is answered', async () => {
  const told = await house.slack.verifyUrl();
  expect(told).toMatchObject({ status: 200, body: { challenge: told.payload['challenge'] } });
});

describe('a button', () => {
  const action = (change: object) => ({
    alter: (payload: Record<string, unknown>) => {
      const [first] = payload['actions'] as object[];
      return { ...payload, actions: [{ ...first, ...change }] };
    },
  });
  it.each([
    ['we never made', { action_id: 'delete-everything' }],
    ['with a value we never wrote', { value: 'nonsense' }],
    ['with no value', { value: '' }],
    ['that says one thing and does another', { action_id: 'show:1' }],
    ['that packs too much', { value: `z${'A'.repeat(1_000)}` }],
    ['that does what nobody can', { value: '{"press":"intent","intent":{"does":"rule the world"}}' }],
  ])('%s is answered with a sentence', async (_, change) => {
    const told = await click(action(change));
    expect(told.status).toBe(200);
    await told.answered();
    const said = house.slack.ephemerals(house.user('platform')).map(house.slack.says).at(-1);
    expect(said).toContain('does not know this button');
  });

  it('pressed by somebody else is decided by who they are, not by what it says', async () => {
    const told = await click({ alter: (payload: object) => ({ ...payload, user: userOf('sre') }) });
    expect(told.status).toBe(200);
    expect(await recorded()).toBe(events);
  });

  it('pressed in another workspace records nothing', async () => {
    const elsewhere = { id: house.user('platform'), team_id: 'T0ELSEWHERE' };
    const told = await click({ alter: (payload: object) => ({ ...payload, user: elsewhere }) });
    expect(told.status).toBe(200);
    await told.answered();
    expect(house.slack.ephemerals(house.user('platform')).map(house.slack.says).at(-1)).toContain(
      'works for Example only',
    );
  });
});

describe('a command', () => {
  it('of somebody Muster does not know says so', async () => {
    const guest = house.slack.addUser({ realName: 'Greta Gast' });
    const told = await house.slack.slashCommand(guest.id, '/review status', { in: house.channel });
    expect(told).toMatchObject({ status: 200, body: { response_type: 'ephemeral' } });
    expect(String(told.body['text'])).toContain('does not know you');
  });

  it('of somebody with no part shows nothing of it', async () => {
    const told = await house.slack.slashCommand(house.user('stranger'), '/review status', { in: house.channel });
    expect(told.status).toBe(200);
    expect(JSON.stringify(told.body)).toMatch(/no part/i);
  });

  it('with a typo gets the nearest one', async () => {
    const told = await house.slack.slashCommand(house.user('platform'), '/review statsu');
    expect(String(told.body['text'])).toContain('Did you mean “status”?');
  });

  it('full of signs is answered as words', async () => {
    const told = await house.slack.slashCommand(house.user('platform'), '/review <!channel> & <@U1>');
    expect(String(told.body['text'])).toContain('&lt;!channel&gt;');
  });
});

function userOf(key: string): object {
  return { id: house.user(key), username: key, name: key, team_id: house.slack.team.id };
}
