/** What nobody's Teams would send, and what people send who have no part: a clear answer, nothing recorded, nothing down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fields, fields } from '../../support/slack/json.ts';
import { huge, junk } from '../../support/teams/rawly.ts';
import type { Told } from '../../support/teams/telling.ts';
import type { Message } from '../../support/teams/world.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
let review: string;
let events: number;
let card: Message;
beforeAll(async () => {
  house = await teamsHouse();
  review = await house.opened();
  await house.teams.press(house.user('platform'), { press: 'Start' });
  events = await recorded();
  const chat = house.teams.chat(house.user('platform'));
  const [shown] = chat;
  card = { ...(shown ?? expect.fail()), card: house.teams.shown(shown ?? expect.fail(), house.user('platform')) ?? {} };
});
afterAll(async () => {
  expect(house.teams.violations).toEqual([]);
  expect(house.teams.pages).toEqual([]);
  expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

async function recorded(): Promise<number> {
  return (await house.ports.store.current({ kind: 'review', id: review }))?.head.version ?? 0;
}
const press = (how: object = {}, aim: object = {}) =>
  house.teams.press(house.user('platform'), { press: 'Yes', nth: 1, of: card, ...aim }, how);
const shows = (told: Told) => JSON.stringify(told.card ?? told.body);

describe('a request', () => {
  const whole = '"serviceUrl":"https://x.example/","from":{"id":"x"},"recipient":{"id":"y"},"conversation":{"id":"z"}';
  it.each(junk)('of %s is refused', async (_, body) => {
    for (const token of ['valid', 'none'] as const) {
      const told = await house.teams.sendRaw({ body, token });
      expect(told.status).toBe(token === 'valid' || told.status === 400 ? 400 : 401);
      expect(JSON.parse(told.text)).toEqual({ error: expect.stringMatching(/\.$/) });
    }
  });

  it.each([200, 20_000, 200_000])('nested %i deep is refused, and the next one is answered', async (depth) => {
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const seen = (more: string) => `{"type":"invoke","channelId":"msteams",${whole},"value":${more}}`;
    for (const token of ['valid', 'none'] as const) {
      const told = await house.teams.sendRaw({ body: seen(`{"action":{"data":${nested}}}`), token });
      expect([told.status, told.text]).toEqual([400, expect.stringContaining('This is no activity of Teams.')]);
    }
    expect((await house.teams.sendRaw({ body: seen('{}'), token: 'valid' })).text).not.toContain('no activity');
  });

  it('of five megabytes is refused, announced or not', async () => {
    expect((await house.teams.sendRaw({ body: huge() })).status).toBe(413);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(huge()));
        controller.close();
      },
    });
    const piecemeal = await fetch(house.url, { method: 'POST', body, duplex: 'half' } as RequestInit).catch(
      () => undefined,
    );
    expect([413, undefined]).toContain(piecemeal?.status);
  });

  it('that only looks is told how to ask', async () => {
    const told = await fetch(house.url);
    expect([told.status, told.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('packed in a way nobody reads is refused', async () => {
    const told = await house.teams.sendRaw({ body: '{}', headers: { 'content-encoding': 'gzip' } });
    expect(told.status).toBe(400);
  });
});

describe('an invoke', () => {
  it.each([
    ['of another kind', { name: 'composeExtension/query', value: {} }],
    ['without a name', { value: {} }],
    ['without an action', { name: 'adaptiveCard/action', value: 7 }],
  ])('%s is refused, and nothing is recorded', async (_, what) => {
    const told = await house.teams.happen(house.user('platform'), { type: 'invoke', ...what });
    expect(told.status).toBe(400);
    expect(await recorded()).toBe(events);
  });

  it.each([
    ['typing', {}],
    ['messageReaction', { reactionsAdded: [{ type: 'like' }] }],
    ['endOfConversation', {}],
    ['something new', {}],
  ])('no answer is owed to %s', async (type, more) => {
    const posts = house.teams.posts().length;
    expect((await house.teams.happen(house.user('platform'), { type, ...more })).status).toBe(200);
    expect(house.teams.posts()).toHaveLength(posts);
  });
});

describe('a button', () => {
  const carrying = (data: unknown) => ({
    alter: (activity: Fields) => {
      const value = fields(activity['value']);
      return { ...activity, value: { ...value, action: { ...fields(value['action']), data } } };
    },
  });
  it.each([
    ['with nothing on it', undefined],
    ['with words on it', 'nonsense'],
    ['with what we never wrote', { muster: { press: 'delete everything' } }],
    ['that does what nobody can', { muster: { press: 'intent', intent: { does: 'rule the world' } } }],
    ['that says more than we write', { muster: { press: 'back', really: true } }],
    ['with a prototype', JSON.parse('{"__proto__":{"muster":{"press":"back"}}}')],
  ])('%s is answered with the card as it stands', async (_, data) => {
    const told = await press(carrying(data));
    expect(told.status).toBe(200);
    expect(shows(told)).toContain('does not know this button');
    expect(shows(told)).toContain('0 of');
    expect(await recorded()).toBe(events);
  });

  it('pressed by somebody else is decided by who they are, not by what it says', async () => {
    const { id, aad } = house.teams.world.people.get(house.user('stranger')) ?? expect.fail();
    const told = await press({
      alter: (activity: Fields) => ({ ...activity, from: { id, aadObjectId: aad, name: 'Sten Vik' } }),
    });
    expect(told.status).toBe(200);
    expect(await recorded()).toBe(events);
  });

  it('pressed on a message nobody knows is carried out by its own words alone', async () => {
    const told = await press(
      { alter: (activity: Fields) => ({ ...activity, replyToId: 'nothing' }) },
      { press: 'Why me?' },
    );
    expect(told.status).toBe(200);
    expect(await recorded()).toBe(events);
  });
});

describe('somebody', () => {
  it('Muster does not know hears so', async () => {
    const guest = house.teams.addPerson({ name: 'Greta Gast' });
    await house.teams.install(guest.id);
    expect((await house.teams.say(guest.id, 'status')).status).toBe(200);
    expect(
      house.teams
        .chat(guest.id)
        .map((one) => house.teams.says(one))
        .at(-1),
    ).toContain('does not know you');
  });

  it('of another organisation is nobody of ours, whatever their address is', async () => {
    const elsewhere = '99999999-9999-4999-8999-999999999999';
    const guest = house.teams.addPerson({ name: 'Pia Lund', email: 'compliance@example.com', tenant: elsewhere });
    await house.teams.installSilently(guest.id);
    expect((await house.teams.say(guest.id, 'status')).status).toBe(403);
  });

  it('with no part sees nothing of it', async () => {
    await house.teams.say(house.user('stranger'), 'status');
    const told = house.teams.chat(house.user('stranger')).at(-1) ?? expect.fail();
    expect(house.teams.says(told)).toMatch(/no part/i);
  });

  it('who mistypes is offered the nearest word', async () => {
    await house.teams.say(house.user('platform'), 'statsu');
    const told = house.teams.chat(house.user('platform')).at(-1) ?? expect.fail();
    expect(house.teams.says(told)).toContain('Did you mean “status”?');
  });

  it('who writes what every object answers to is told that it is no command', async () => {
    const text = 'constructor';
    expect((await house.teams.say(house.user('platform'), text)).status).toBe(200);
    const told = house.teams.chat(house.user('platform')).at(-1) ?? expect.fail();
    expect(house.teams.says(told)).toContain(`Muster does not know “${text}”.`);
  });

  it('who writes signs is answered with them as words', async () => {
    const nasty = '**bold**[x](https://evil.example)<at>All</at>{{TIME(2026-11-20T09:00:00Z)}}';
    house.teams.writtenByPeople(nasty);
    await house.teams.say(house.user('platform'), nasty);
    const told = house.teams.chat(house.user('platform')).at(-1) ?? expect.fail();
    expect(house.teams.says(told)).toContain('does not know');
  });

  it('who writes a whole book is answered', async () => {
    await house.teams.say(house.user('platform'), 'status '.repeat(20_000));
    expect(house.teams.chat(house.user('platform')).at(-1)?.card).toBeDefined();
  });
});

describe('what is no longer so', () => {
  const says = () =>
    house.teams.says(house.teams.chat(house.user('platform'))[0] ?? expect.fail(), house.user('platform'));

  it('a press on a card of an older answer is refused with the present state', async () => {
    expect(await recorded()).toBe(events);
    expect((await press()).status).toBe(200);
    expect(await recorded()).toBe(events + 1);
    const stale = await press({}, { press: 'Partly' });
    expect(stale.status).toBe(200);
    expect(shows(stale)).toContain('⚠');
    expect(says()).toContain('you, just now');
    expect(await recorded()).toBe(events + 1);
  });

  it('a form that is sent twice is recorded once', async () => {
    const of = (message: Message) => ({
      ...message,
      card: house.teams.shown(message, house.user('platform')) ?? {},
    });
    const first = house.teams.chat(house.user('platform'))[0] ?? expect.fail();
    await house.teams.press(house.user('platform'), { press: 'With evidence or note', nth: 1, of: of(first) });
    const form = of(first);
    const fill = { Answer: 'No', Note: 'Not yet' };
    const told = await house.teams.press(house.user('platform'), { press: 'Save', of: form, fill });
    expect(shows(told)).toContain('Recorded');
    const after = await recorded();
    expect((await told.again()).status).toBe(200);
    const twice = await house.teams.press(house.user('platform'), { press: 'Save', of: form, fill });
    expect(twice.status).toBe(200);
    expect(await recorded()).toBe(after);
  });

  it('a press on a card of a closed review is refused with the present state', async () => {
    await house.desk.record({ does: 'close', review, confirmed: true } as never, {
      by: house.who('security'),
      source: { via: 'teams' },
    });
    expect((await house.review(review)).status).toBe('closed');
    const before = await recorded();
    const told = await press({}, { press: 'Yes', nth: 2 });
    expect(told.status).toBe(200);
    expect(shows(told)).toMatch(/closed/i);
    expect(await recorded()).toBe(before);
  });
});
