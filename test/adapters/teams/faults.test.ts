/** What Teams, or the way to it, does to us: nothing is said twice, nothing acknowledged is lost, and no press waits for ever. */
import { afterEach, describe, expect, it } from 'vitest';
import { toInstant } from '../../../src/domain/time/instant.ts';
import { gate } from '../../support/gate.ts';
import { refusals } from '../../support/teams/answer.ts';
import type { Misfortune, Seen } from '../../support/teams/faults.ts';
import { monday, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(async () => {
  expect(house.teams.violations).toEqual([]);
  await house.close();
});

const statusOf = async (key: string) =>
  (await house.ports.readings.ledger({ contact: house.who(key) })).map(({ status }) => status);
const chatOf = (key: string) => house.teams.chatIdOf(house.user(key));
const versionOf = async (id: string) => (await house.ports.store.current({ kind: 'review', id }))?.head.version;
const to = (key: string) => ({ when: ({ conversation }: Seen) => conversation === chatOf(key) });
const postsTo = (key: string) => house.teams.posts().filter(({ conversation }) => conversation === chatOf(key));
const lastOf = (key: string) => {
  const message = house.teams.chat(house.user(key)).findLast(({ card }) => card) ?? expect.fail('There is no card.');
  return house.teams.says(message, house.user(key));
};

describe('a message', () => {
  it('too large for Teams is tried a few times, in case it was not the card, and then the lead is told', async () => {
    house = await teamsHouse();
    house.teams.fail('post', refusals.tooBig, { ...to('platform'), times: 100 });
    await house.opened('2026-11-24T16:00:00.000Z');
    expect(postsTo('platform').length).toBeLessThan(8);
    const [row] = await house.ports.readings.reviews();
    expect(JSON.stringify([...(await house.review(row?.id ?? '')).unreachable])).toContain('413 (MessageSizeTooBig)');
  });
});

describe('somebody without the app', () => {
  it('cannot be reached, is named to the lead and by the doctor, and is asked once they have it', async () => {
    house = await teamsHouse();
    await house.teams.uninstall(house.user('platform'));
    await house.opened('2026-11-24T12:00:00.000Z');
    expect(postsTo('platform')).toEqual([]);
    const toLead = () =>
      house.teams
        .chat(house.user('security'))
        .map((one) => house.teams.says(one))
        .join('\n');
    expect(toLead()).toContain('Pia Lund');
    const said = await house.muster.findings();
    expect(said.filter(({ state }) => state !== 'ok')).toMatchObject([
      { id: 'teams-app', state: 'attention' },
      { id: 'teams-person-platform', state: 'problem', sentence: expect.stringContaining('Pia Lund') },
    ]);
    await house.teams.install(house.user('platform'));
    await house.until('2026-12-02T12:00:00.000Z');
    expect((await statusOf('platform')).includes('sent')).toBe(true);
    expect(house.teams.chat(house.user('platform')).length).toBeGreaterThan(0);
  });

  it('whom a policy gave it is found through their team, and their chat is made once', async () => {
    house = await teamsHouse({ bare: true });
    await house.teams.installInTeam(house.team, house.user('security'));
    for (const key of ['platform', 'security']) house.teams.installSilently(house.user(key));
    await house.opened();
    expect(await statusOf('platform')).toEqual(['sent']);
    expect(house.teams.calls('create conversation').filter(({ status }) => status === 201)).toHaveLength(2);
    await house.until('2026-12-02T12:00:00.000Z');
    expect(postsTo('platform').length).toBeGreaterThan(1);
    expect(house.teams.calls('create conversation').filter(({ status }) => status === 201)).toHaveLength(2);
  });

  it('is known by their user principal name too', async () => {
    house = await teamsHouse();
    await house.ports.directory.remember([
      { key: 'late', name: 'Lotta Sen', zone: 'UTC', platform: 'teams', email: 'lotta@corp.example.com' },
    ]);
    const { id } = house.teams.addPerson({ name: 'Lotta Sen', email: 'ls@example.com', upn: 'Lotta@corp.example.com' });
    await house.teams.install(id);
    await house.teams.say(id, 'mine');
    expect(
      house.teams
        .chat(id)
        .map((one) => house.teams.says(one))
        .at(-1),
    ).toContain('What waits for you');
  });
});

describe('a chat that Teams no longer knows', () => {
  const created = () => house.teams.calls('create conversation').length;
  const lost = (key: string) => house.teams.world.conversations.delete(chatOf(key));

  it('is made anew at once, and what was to be said is said there', async () => {
    house = await teamsHouse();
    const before = chatOf('platform');
    lost('platform');
    const review = await house.opened();
    expect(chatOf('platform')).not.toBe(before);
    expect(await statusOf('platform')).toEqual(['sent']);
    expect(house.teams.chat(house.user('platform')).filter(({ card }) => card)).toHaveLength(1);
    expect((await house.conversations.personal(house.account('platform')))?.id).toBe(chatOf('platform'));
    expect((await house.review(review)).unreachable.size).toBe(0);
    await house.teams.press(house.user('platform'), { press: 'Start' });
    expect(lastOf('platform')).toContain('0 of 3 answered');
  });

  it('is made anew for what somebody asked in a channel', async () => {
    house = await teamsHouse();
    await house.opened();
    lost('platform');
    await house.teams.mention(house.user('platform'), { in: house.channel, says: 'mine' });
    expect(lastOf('platform')).toContain('What waits for you');
  });

  it.each([refusals.noConversation, { ...refusals.noConversation, code: 'NotFound' }])(
    'is made anew once, and forgotten where that is of no use ($code)',
    async (refusal) => {
      house = await teamsHouse();
      const before = created();
      const failing = house.teams.fail('post', refusal, { ...to('platform'), times: 100 });
      const review = await house.opened();
      expect([postsTo('platform').length, created() - before]).toEqual([2, 1]);
      expect(await house.conversations.personal(house.account('platform'))).toBeUndefined();
      expect((await house.review(review)).unreachable.has(house.who('platform'))).toBe(true);
      failing.lift();
      await house.until('2026-12-02T12:00:00.000Z');
      expect(await statusOf('platform')).toContain('sent');
    },
  );

  it('is not made anew where the message may have arrived, or where they have not the app', async () => {
    house = await teamsHouse();
    const before = created();
    house.teams.fail('post', { fault: 'unavailable', accepted: true }, to('platform'));
    house.teams.fail('post', refusals.notInRoster, to('sre'));
    await house.opened();
    expect([postsTo('platform').length, postsTo('sre').length, created() - before]).toEqual([1, 1, 0]);
  });
});

it('a channel that Teams no longer knows takes nobody’s team away', async () => {
  house = await teamsHouse();
  const teams = (await house.conversations.ofTeams()).length;
  house.teams.fail('post', refusals.noConversation, { when: ({ conversation }) => conversation === house.channel });
  await house.opened();
  expect(await house.conversations.ofTeams()).toHaveLength(teams);
});

describe('a press', () => {
  async function begun() {
    house = await teamsHouse();
    const review = await house.opened();
    await house.teams.press(house.user('platform'), { press: 'Start' });
    return review;
  }
  const answers = async (review: string) =>
    [...(await house.review(review)).items.values()].flatMap((item) => item.answers).length;

  it('is recorded once, however often it is delivered', async () => {
    const review = await begun();
    const told = await house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 });
    const again = await Promise.all([told.again(), told.again()]);
    expect(again.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers(review)).toBe(1);
  });

  it('is recorded though another was made on the same card a moment before', async () => {
    const review = await begun();
    const [message] = house.teams.chat(house.user('platform'));
    const of = {
      ...(message ?? expect.fail()),
      card: house.teams.shown(message ?? expect.fail(), house.user('platform')) ?? {},
    };
    const both = await Promise.all(
      [1, 2].map((nth) => house.teams.press(house.user('platform'), { press: 'Yes', nth, of })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers(review)).toBe(2);
  });

  it('is answered while Teams’ connector hangs', async () => {
    const review = await begun();
    const hanging = house.teams.fail(
      '*',
      { fault: 'hang' },
      { times: 100, when: ({ operation }) => operation !== 'keys' },
    );
    const told = await house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 });
    expect(told.status).toBe(200);
    hanging.lift();
    hanging.release();
    expect(await answers(review)).toBe(1);
  });

  it('is not acknowledged when it could not be recorded, and may be made again', async () => {
    const review = await begun();
    const change = house.ports.store.change;
    Object.assign(house.ports.store, { change: () => Promise.reject(new Error('The disk is full.')) });
    const yes = await house.teams.press(house.user('platform'), { press: 'Yes', nth: 1 });
    Object.assign(house.ports.store, { change });
    expect(yes.status).toBe(500);
    expect(await answers(review)).toBe(0);
    expect((await yes.again()).status).toBe(200);
    expect(await answers(review)).toBe(1);
  });

  it('whose reply cannot be posted is done, and says so where it was made', async () => {
    await begun();
    house.teams.fail('post', { fault: 'unavailable', accepted: true });
    const why = await house.teams.press(house.user('platform'), { press: 'Why me?' });
    expect(why.status).toBe(200);
    expect(JSON.stringify(why.card)).toContain('may have arrived');
    const posts = postsTo('platform').length;
    expect((await why.again()).status).toBe(200);
    expect(postsTo('platform')).toHaveLength(posts);
  });
});

describe('something typed', () => {
  it('is answered once, however often it is delivered', async () => {
    house = await teamsHouse();
    await house.opened();
    const before = postsTo('platform').length;
    const told = await house.teams.say(house.user('platform'), 'mine');
    await Promise.all([told.again(), told.again()]);
    expect(postsTo('platform')).toHaveLength(before + 1);
  });

  it.each<[string, Misfortune, number, number]>([
    ['may have been answered is not answered again', { fault: 'unavailable', accepted: true }, 200, 1],
    ['was surely not answered is answered when Teams says it may be', { fault: 'rate limit', seconds: 1 }, 200, 2],
    ['met a busy conversation is answered a little later', refusals.precondition, 200, 2],
    ['would wait too long is answered when Teams asks again', { fault: 'rate limit', seconds: 60 }, 503, 2],
  ])('that %s', async (_, misfortune, status, posts) => {
    house = await teamsHouse();
    await house.opened();
    const before = postsTo('platform').length;
    house.teams.fail('post', misfortune, to('platform'));
    const told = await house.teams.say(house.user('platform'), 'mine');
    expect(told.status).toBe(status);
    expect((await told.again()).status).toBe(200);
    expect(postsTo('platform')).toHaveLength(before + posts);
    expect(lastOf('platform')).toContain('What waits for you');
  });

  it('is done at most once and told at last, however long Teams refuses the answer', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const refusing = house.teams.fail('post', { fault: 'rate limit', seconds: 1 }, { ...to('security'), times: 100 });
    const told = await house.teams.say(house.user('security'), 'remind');
    const done = await versionOf(review);
    expect(told.status).toBe(503);
    refusing.lift();
    expect((await told.again()).status).toBe(200);
    expect(lastOf('security')).toContain('✓ A reminder goes out');
    expect(await versionOf(review)).toBe(done);
  });

  it('is done though its answer is too large for Teams, which is said instead of it', async () => {
    house = await teamsHouse();
    await house.opened();
    house.teams.fail('post', refusals.tooBig, to('security'));
    expect((await house.teams.say(house.user('security'), 'mine')).status).toBe(200);
    expect(lastOf('security')).toContain('⚠ The answer could not be shown');
    house.teams.fail('post', refusals.tooBig, to('security'));
    expect((await house.teams.say(house.user('security'), 'remind')).status).toBe(200);
    expect(lastOf('security')).toContain('✓ A reminder goes out');
  });

  it('is not acknowledged to who asks again before it is recorded', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const before = await versionOf(review);
    const { change } = house.ports.store;
    const [begun, disk] = [gate(), gate()];
    Object.assign(house.ports.store, {
      async change() {
        begun.open();
        await disk.passed;
        throw new Error('The disk is full.');
      },
    });
    const same = { alter: (activity: object) => ({ ...activity, id: 'the same' }) };
    const first = house.teams.say(house.user('security'), 'remind', same);
    await begun.passed;
    Object.assign(house.ports.store, { change });
    const second = await house.teams.say(house.user('security'), 'remind', same);
    expect(second.status).toBe(200);
    expect(await versionOf(review)).toBeGreaterThan(before ?? 0);
    disk.open();
    expect((await first).status).toBe(500);
  });

  it('whose answer is under way is not acknowledged before the answer is', async () => {
    house = await teamsHouse();
    await house.opened();
    house.teams.fail('post', { fault: 'rate limit', seconds: 60 }, to('platform'));
    const before = house.teams.chat(house.user('platform')).filter(({ card }) => card).length;
    const same = { alter: (activity: object) => ({ ...activity, id: 'the same' }) };
    const both = await Promise.all([1, 2].map(() => house.teams.say(house.user('platform'), 'mine', same)));
    const answered = house.teams.chat(house.user('platform')).filter(({ card }) => card).length - before;
    expect(answered).toBe(both.some(({ status }) => status === 200) ? 1 : 0);
  });

  it('quickly, many times, is spaced so that each is answered', async () => {
    const clock = { at: Date.parse(monday) };
    house = await teamsHouse({
      teams: { now: () => clock.at },
      muster: {
        clock: { now: () => toInstant(clock.at) },
        pause: async (milliseconds) => {
          clock.at += milliseconds;
        },
      },
    });
    const before = postsTo('platform').length;
    for (let word = 0; word < 80; word += 1) {
      expect((await house.teams.say(house.user('platform'), 'help')).status).toBe(200);
    }
    expect(postsTo('platform').map(({ status }) => status)).toEqual(Array(before + 80).fill(201));
  });

  it('does what it says once: a reminder of the lead', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const told = await house.teams.say(house.user('security'), 'remind');
    await told.again();
    expect(lastOf('security')).toContain('A reminder goes out');
    const version = async () => (await house.ports.store.current({ kind: 'review', id: review }))?.head.version;
    const before = await version();
    await told.again();
    expect(await version()).toBe(before);
  });
});
