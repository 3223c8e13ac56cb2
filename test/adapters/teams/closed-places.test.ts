/** A conversation that Teams closed to us is left alone for a while; the others are not. */
import { afterEach, expect, it } from 'vitest';
import { answerAll } from '../../support/answering.ts';
import type { Fields } from '../../support/slack/json.ts';
import { refusals } from '../../support/teams/answer.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const updatesIn = (place: string) => house.teams.calls('update').filter(({ conversation }) => conversation === place);

it('a channel that refused an update is put aside for an hour, and its card is current after that', async () => {
  house = await teamsHouse();
  const { teams, channel, user } = house;
  const review = await house.opened();
  const refusing = teams.fail('update', refusals.notInRoster, {
    times: 100,
    when: ({ conversation }) => conversation === channel,
  });
  await answerAll(house, review, ['access-control.system-description']);
  await house.until('2026-11-23T09:05:00.000Z');
  expect(updatesIn(channel).map(({ status }) => status)).toEqual([403]);
  await answerAll(house, review);
  for (let minute = 6; minute < 10; minute += 1) {
    await house.sweep();
    await house.until(`2026-11-23T09:0${minute}:00.000Z`);
  }
  expect(updatesIn(channel)).toHaveLength(1);
  expect(teams.says(teams.chat(user('platform'))[0] ?? expect.fail())).toContain('38 of 38');
  refusing.lift();
  await house.until('2026-11-23T10:10:00.000Z');
  await house.sweep();
  await house.until('2026-11-23T10:12:00.000Z');
  expect(updatesIn(channel).map(({ status }) => status)).toEqual([403, 200]);
});

/** Whatever button it is, it carries that. */
const pressing = (muster: object) => ({
  alter: (activity: Fields) => ({ ...activity, value: { action: { type: 'Action.Execute', data: { muster } } } }),
});

it.each(['pressed', 'pressed and shown in place', 'said'])(
  'a chat that refused an update is open again once something is %s there',
  async (how) => {
    house = await teamsHouse();
    const { teams, user } = house;
    const review = await house.opened();
    const chat = teams.chatIdOf(user('platform'));
    await teams.say(user('platform'), 'mine');
    const [asked, mine = expect.fail()] = teams.chat(user('platform')).filter(({ card }) => card);
    const here = { when: ({ conversation }: { readonly conversation: string }) => conversation === chat };
    const refusing = teams.fail('update', refusals.notInRoster, { times: 100, ...here });
    await answerAll(house, review, ['access-control.system-description']);
    await house.until('2026-11-23T09:05:00.000Z');
    expect(updatesIn(chat).map(({ status }) => status)).toEqual([403]);
    refusing.lift();
    await answerAll(house, review);
    await house.until('2026-11-23T09:10:00.000Z');
    expect(updatesIn(chat)).toHaveLength(1);
    const help = { press: 'Help', of: mine };
    if (how === 'said') await teams.say(user('platform'), 'help');
    else if (how === 'pressed') await teams.press(user('platform'), help);
    else await teams.press(user('platform'), help, pressing({ press: 'turn', part: 1 }));
    const closed = () => house.conversations.isHeld({ conversation: chat, message: '*' }, house.clock.now());
    await expect.poll(closed).toBe(false);
    await house.sweep();
    await house.until('2026-11-23T09:15:00.000Z');
    expect(teams.says(teams.chat(user('platform')).find(({ id }) => id === asked?.id) ?? expect.fail())).toContain(
      '38 of 38',
    );
  },
);

async function closedChannel() {
  house = await teamsHouse();
  const { teams, channel } = house;
  const inThere = { when: ({ conversation }: { readonly conversation: string }) => conversation === channel };
  const review = await house.opened();
  const refusing = teams.fail('update', refusals.notInRoster, { times: 100, ...inThere });
  await answerAll(house, review, ['access-control.system-description']);
  await house.until('2026-11-23T09:05:00.000Z');
  refusing.lift();
  const isClosed = () => house.conversations.isHeld({ conversation: channel, message: '*' }, house.clock.now());
  expect(await isClosed()).toBe(true);
  return { review, isClosed };
}

it('a channel that refused an update is open again once the app is back in its team', async () => {
  const { isClosed } = await closedChannel();
  await house.teams.installInTeam(house.team, house.user('security'));
  await expect.poll(isClosed).toBe(false);
});

it('a channel that refused an update is open again once something was posted there', async () => {
  const { review, isClosed } = await closedChannel();
  const view = { show: 'channel', review } as const;
  const card = await house.desk.card(view, `channel:${house.program.id}`);
  const channel = { platform: 'teams' as const, id: house.channel };
  await house.muster.messenger.send({ to: { channel }, view, card, delivery: 'd' });
  expect(await isClosed()).toBe(false);
});

it('a team channel we are not let into, as into none that is shared, is told of to the lead and by the doctor', async () => {
  house = await teamsHouse();
  const inThere = ({ conversation }: { conversation: string }) => conversation === house.channel;
  house.teams.fail('*', refusals.notInRoster, { times: 100, when: inThere });
  const review = await house.opened('2026-11-24T12:00:00.000Z');
  expect(house.teams.channel(house.channel)).toEqual([]);
  const toLead = house.teams
    .chat(house.user('security'))
    .map((one) => house.teams.says(one))
    .join('\n');
  const why =
    'the Muster app is not in the channel’s team. An owner of that team can add it: Apps, Muster, Add to a team';
  expect(toLead).toContain(`The team channel cannot be written to: ${why}.`);
  expect(toLead).not.toContain('Users and groups');
  const [row] = await house.ports.readings.ledger({ contact: `channel:${house.program.id}` });
  expect(row?.why).toBe(why);
  expect((await house.review(review)).unreachable.size).toBe(1);
  expect(await house.muster.findings()).toContainEqual(
    expect.objectContaining({
      id: 'teams-channel-kubernetes-security',
      state: 'problem',
      sentence: `kubernetes-security cannot be posted to platform-security: ${why}.`,
    }),
  );
});

it.each([
  ['Its id in the program file', refusals.noConversation],
  ['An owner of the team can change that', refusals.writesBlocked],
  ['(NotEnoughPermissions). The app is probably not in the channel’s team', refusals.notPermitted],
])('of a channel nothing is said that is true of people alone: %s', async (why, refusal) => {
  house = await teamsHouse();
  const inThere = ({ conversation }: { conversation: string }) => conversation === house.channel;
  house.teams.fail('*', refusal, { times: 100, when: inThere });
  await house.opened();
  const [row] = await house.ports.readings.ledger({ contact: `channel:${house.program.id}` });
  expect(row?.why).toContain(why);
  expect(row?.why).not.toMatch(/they|them\b|Users and groups/);
});
