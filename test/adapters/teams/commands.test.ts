/** The words one can type, in one's own chat and by mention in a channel; what a form from a command does; and the doctor. */
import { afterEach, describe, expect, it } from 'vitest';
import { isRefusal, type ReviewId } from '../../../src/domain/event.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { checklist } from '../../support/a-review.ts';
import { answerAll } from '../../support/answering.ts';
import type { Message } from '../../support/teams/world.ts';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const ours = (messages: readonly Message[]) => messages.filter(({ from }) => from === house.teams.bot.id);
const inChat = (key: string) => ours(house.teams.chat(house.user(key)));
const inChannel = () => ours(house.teams.channel(house.channel));
const says = (messages: readonly Message[]) => house.teams.says(messages.at(-1) ?? expect.fail('Nothing was said.'));

describe('typed in one’s own chat', () => {
  it.each([
    ['mine', /What waits for you/],
    ['status', /By section/],
    ['why', /Asked/],
    ['help', /mine/],
    ['report', /Report/i],
    ['judge', /judge/i],
    ['sign', /Sign-off|sign/i],
    ['remind', /A reminder goes out/],
    ['assign', /Reassign/],
    ['handover', /Hand over/],
    ['close', /Close the review/],
    ['open', /A review of .* is open/],
    ['', /mine/],
    ['/status', /By section/],
    ['STATUS kubernetes', /By section/],
    ['/review mine', /What waits for you/],
    ['review status', /By section/],
    ['Review', /mine/],
    ['why me?', /Asked/],
    ['why me kubernetes', /Asked/],
  ])('“%s” is answered with one message', async (text, expected) => {
    house = await teamsHouse();
    await house.opened();
    const before = [inChat('security').length, house.teams.posts().length];
    expect((await house.teams.say(house.user('security'), text)).status).toBe(200);
    expect(says(inChat('security'))).toMatch(expected);
    expect([inChat('security').length, house.teams.posts().length]).toEqual(before.map((count) => count + 1));
  });

  it('is listed by help as it is typed here, without the command of another chat', async () => {
    house = await teamsHouse();
    await house.teams.say(house.user('security'), 'help');
    expect(says(inChat('security'))).toMatch(/^status \[program\]/m);
    expect(says(inChat('security'))).not.toContain('/');
  });

  it('a form does what it says, where it stands', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const place = placeIn(house, { by: 'message' });
    await house.teams.say(house.user('platform'), 'handover');
    const [first] = openItems(await house.review(review), checklist, house.who('platform'));
    await place.send('platform', { 'To whom': 'Ravi Shah', What: [first?.section ?? ''] });
    expect(place.says('platform')).toMatch(/handed over|is asked|Ravi Shah/i);
    expect((await house.review(review)).items.get(first?.prompt ?? '')?.owner).toBe(house.who('sre'));
    await house.teams.say(house.user('security'), 'close');
    await place.send('security', {});
    expect((await house.review(review)).status).toBe('closed');
    await house.teams.say(house.user('approver'), 'sign');
    await place.fill('approver', { press: 'Sign off' }, { 'I sign this statement': true });
    expect((await house.review(review)).status).toBe('signed off');
    await house.teams.say(house.user('security'), 'open');
    await place.press('security', { press: 'Back' });
    expect(inChat('security').length).toBeGreaterThan(2);
  });
});

describe('by mention in the channel', () => {
  it.each(['status', 'help'])('“%s” is answered in the thread, for everybody to read', async (text) => {
    house = await teamsHouse();
    await house.opened();
    const before = [inChannel().length, inChat('security').length, house.teams.posts().length];
    await house.teams.mention(house.user('security'), { in: house.channel, says: text });
    const asked = house.teams.channel(house.channel).findLast(({ from }) => from !== house.teams.bot.id);
    expect(inChannel().at(-1)?.root).toBe(asked?.id);
    expect([inChannel().length, inChat('security').length, house.teams.posts().length]).toEqual([
      (before[0] ?? 0) + 1,
      before[1],
      (before[2] ?? 0) + 1,
    ]);
  });

  it.each(['mine', 'why', 'judge', 'handover', 'assign', 'close'])(
    '“%s” is answered in that person’s own chat, and the thread says so',
    async (text) => {
      house = await teamsHouse();
      await house.opened();
      const before = [inChannel().length, inChat('security').length];
      const told = await house.teams.mention(house.user('security'), { in: house.channel, says: text });
      expect([inChannel().length, inChat('security').length]).toEqual(before.map((count) => count + 1));
      expect(says(inChannel())).toContain('It is in your own chat with Muster.');
      await told.again();
      expect([inChannel().length, inChat('security').length]).toEqual(before.map((count) => count + 1));
    },
  );

  it.each([
    ['refuses it', { fault: 'rate limit', seconds: 60 } as const, /^⚠.*Nothing was sent; ask again in a minute/],
    [
      'may have taken it',
      { fault: 'unavailable', accepted: true } as const,
      /^⚠.*may have arrived.*before you ask again/,
    ],
  ])('says in the thread what is true when Teams %s', async (_, misfortune, told) => {
    house = await teamsHouse();
    await house.opened();
    const chat = house.teams.chatIdOf(house.user('security'));
    house.teams.fail('post', misfortune, { when: ({ conversation }) => conversation === chat });
    expect((await house.teams.mention(house.user('security'), { in: house.channel, says: 'mine' })).status).toBe(200);
    expect(says(inChannel())).toMatch(told);
  });

  it('status is answered to anybody there, known or not, with what the channel is told', async () => {
    house = await teamsHouse();
    await house.opened();
    const nobody = house.teams.addPerson({
      name: 'Greta Gast',
      email: 'greta@elsewhere.example',
      upn: 'greta@corp.example.com',
    });
    for (const who of [house.user('stranger'), nobody.id]) {
      await house.teams.mention(who, { in: house.channel, says: 'status' });
      expect(says(inChannel())).toContain('0 of 119 answered');
      expect(says(inChannel())).not.toContain('Remind everybody');
    }
    await house.teams.mention(nobody.id, { in: house.channel, says: 'mine' });
    expect(says(inChannel())).toContain('Mention Muster with “status” in a review’s team channel');
  });

  it('shows of a review only what its own channel may see', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    await answer(review, 'Our secret words');
    await house.teams.mention(house.user('security'), { in: house.channel, says: 'status' });
    const shared = says(inChannel());
    expect(shared).toContain('Still open');
    expect(shared).not.toContain('Our secret words');
    const elsewhere = house.teams.addChannel({ name: 'elsewhere', team: house.team });
    await house.teams.mention(house.user('security'), { in: elsewhere.id, says: 'status' });
    expect(says(ours(house.teams.channel(elsewhere.id)))).toContain('own chat');
  });

  it('does what one may do: a reminder by the lead, and by nobody else', async () => {
    house = await teamsHouse();
    await house.opened();
    await house.teams.mention(house.user('security'), { in: house.channel, says: 'remind' });
    expect(says(inChannel())).toContain('A reminder goes out');
    await house.teams.mention(house.user('stranger'), { in: house.channel, says: 'remind' });
    expect(says(inChannel())).not.toContain('A reminder goes out');
  });

  it('says where to go to who cannot be written to', async () => {
    house = await teamsHouse();
    await house.opened();
    await house.teams.uninstall(house.user('platform'));
    await house.teams.mention(house.user('platform'), { in: house.channel, says: 'mine' });
    expect(says(inChannel())).toContain('Add the Muster app in Teams, then ask again.');
  });
});

describe('who cannot be written to', () => {
  it.each([
    ['BotDisabledByAdmin', 'to you: the Teams admin has blocked the Muster app.'],
    ['ConversationBlockedByUser', 'to you: you blocked Muster in Teams.'],
    ['SomethingElse', 'Teams does not let Muster write to you (SomethingElse). The app is probably not installed'],
  ])('for %s hears what it is, and what they can do', async (code, sentence) => {
    house = await teamsHouse();
    await house.opened();
    const chat = inChat('platform')[0]?.conversation;
    house.teams.fail(
      'post',
      { fault: 'refuse', status: 403, code },
      { when: ({ conversation }) => conversation === chat },
    );
    await house.teams.mention(house.user('platform'), { in: house.channel, says: 'mine' });
    expect(says(inChannel())).toContain(sentence);
    expect(says(inChannel()).includes('Add the Muster app')).toBe(code === 'SomethingElse');
  });

  it('for a long while is not told to ask again at once', async () => {
    house = await teamsHouse();
    await house.opened();
    const chat = inChat('platform')[0]?.conversation;
    house.teams.fail(
      'post',
      { fault: 'rate limit', seconds: 600 },
      { when: ({ conversation }) => conversation === chat },
    );
    await house.teams.mention(house.user('platform'), { in: house.channel, says: 'mine' });
    expect(says(inChannel())).toContain('Teams asks to wait 10 minutes. Nothing was sent; ask again then.');
  });
});

describe('a press in the channel', () => {
  it('shows what is one’s own in one’s own chat, and says so to that person alone', async () => {
    house = await teamsHouse();
    await house.opened();
    const before = inChannel().length;
    const told = await house.teams.press(house.user('platform'), { in: house.channel, press: 'What waits for me' });
    expect(told.body).toMatchObject({ value: 'It is in your own chat with Muster.' });
    expect(says(inChat('platform'))).toContain('What waits for you');
    expect(inChannel()).toHaveLength(before);
  });

  it('on a shared state does what that person may, and opens forms in their own chat', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    await house.teams.mention(house.user('security'), { in: house.channel, says: 'status' });
    const press = (who: string, label: RegExp) =>
      house.teams.press(house.user(who), { in: house.channel, press: label });
    for (const label of house.teams.pressable(inChannel().at(-1) ?? expect.fail())) {
      const told = await press('stranger', new RegExp(`^${label}$`)).catch(() => undefined);
      expect(told?.status ?? 200).toBe(200);
    }
    expect((await house.review(review)).status).toBe('open');
  });
});

describe('the channel', () => {
  it('has one living card, drawn anew as answers come, and hears of the end', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const [living] = inChannel();
    expect(house.teams.says(living ?? expect.fail())).toContain('0 of 119');
    await answerAll(house, review);
    await house.until('2026-11-23T09:05:00.000Z');
    await house.teams.when('the card drawn anew', () => {
      const now = inChannel().find(({ id }) => id === living?.id);
      return now !== undefined && now.edits > 0 && house.teams.says(now).includes('119 of 119');
    });
    await house.until('2026-11-25T16:00:00.000Z');
    expect(
      inChannel()
        .map((one) => house.teams.says(one))
        .join('\n'),
    ).toContain((await house.review(review)).closed?.head.hash);
    expect(house.teams.posts().filter(({ conversation }) => conversation === house.channel)).toHaveLength(
      inChannel().length,
    );
  });
});

describe('reminders', () => {
  it('come in working hours, escalate to the lead by name, and the summary is what a phone shows', async () => {
    house = await teamsHouse();
    await house.opened();
    await house.until('2026-12-14T16:00:00.000Z');
    expect(inChat('platform').length).toBeGreaterThan(2);
    for (const { summary } of inChat('platform')) expect(summary).toMatch(/\S/);
    expect(
      inChat('security')
        .map((one) => house.teams.says(one))
        .join('\n'),
    ).toMatch(/You lead this review/);
    expect(house.teams.posts()).toHaveLength(
      (await house.ports.readings.ledger({})).filter(({ status }) => status === 'sent').length,
    );
  });
});

describe('the doctor', () => {
  const said = async () => Object.fromEntries((await house.muster.findings()).map(({ id, state }) => [id, state]));

  it('finds all well', async () => {
    house = await teamsHouse();
    expect(await said()).toEqual({
      // The tests' own door.
      'teams-app': 'attention',
      'teams-channel-kubernetes-security': 'ok',
      'teams-people': 'ok',
    });
    expect(house.teams.posts()).toEqual([]);
  });

  it('says who has the app and who has not, whatever it was told', async () => {
    house = await teamsHouse({ bare: true });
    await house.ports.directory.remember([
      { key: 'sre', name: 'Ravi Shah', zone: 'UTC', platform: 'teams', email: 'ravi@nowhere.example' },
    ]);
    await house.teams.installInTeam(house.team, house.user('security'));
    const have = ['platform', 'security', 'sre', 'dev', 'compliance', 'approver', 'second-approver'];
    for (const key of have) house.teams.installSilently(house.user(key));
    expect(await said()).toEqual({
      'teams-app': 'attention',
      'teams-channel-kubernetes-security': 'ok',
      'teams-person-stranger': 'problem',
      'teams-person-sre': 'problem',
    });
    house.teams.world.installed.delete(house.user('dev'));
    expect(await said()).toMatchObject({ 'teams-person-dev': 'problem' });
  });

  it('says when the channel’s team has not got the app', async () => {
    house = await teamsHouse();
    await house.teams.uninstallFromTeam(house.team, house.user('security'));
    expect(await said()).toMatchObject({ 'teams-channel-kubernetes-security': 'problem' });
    await house.teams.installInTeam(house.team, house.user('security'));
    expect(await said()).toMatchObject({ 'teams-channel-kubernetes-security': 'ok' });
  });
});

async function answer(review: ReviewId, text: string): Promise<void> {
  const prompt = 'access-control.system-description';
  const given = { status: 'answered' as const, response: { kind: 'text' as const, text: { text } }, evidence: [] };
  const intent = { does: 'answer', review, prompt, revision: 0, answer: given } as const;
  const done = await house.desk.record(intent, { by: house.who('platform'), source: { via: 'teams' } });
  expect(isRefusal(done)).toBe(false);
}
