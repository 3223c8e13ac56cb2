/** Guests are nobody here: they are told so plainly, and a binding to one is dropped where Teams shows it. */
import { afterEach, describe, expect, it } from 'vitest';
import { ours } from '../../../src/adapters/teams/ours.ts';
import { millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { testClock } from '../../support/test-clock.ts';
import { likePia, watching } from './account-told.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

describe('in Teams', () => {
  let house: TeamsHouse;
  afterEach(() => house.close());

  const { said, addressOf, warnings } = watching(() => house);

  it('a guest is told that nobody can add them', async () => {
    house = await teamsHouse();
    const other = house.teams.addPerson({ name: 'Gus Other', ...likePia, role: 'guest' });
    house.teams.installSilently(other.id);
    await house.teams.say(other.id, 'mine');
    expect(said(other.id)).toEqual([
      '⚠ Muster does not know you, so nothing waits for you here. Mention Muster with “status” in a review’s team channel to see how it stands. It asks only people of the organisation it works for: guests, and people of other organisations, cannot take part.',
    ]);
  });

  describe('a guest who was taken for them once', () => {
    async function bound() {
      house = await teamsHouse();
      const guest = house.teams.addPerson({ name: 'Gus Other', ...likePia, role: 'guest' });
      house.teams.installSilently(guest.id);
      await house.ports.directory.learn(house.who('platform'), guest.aad);
      return guest;
    }

    it('is nobody from their next word on, and whose place they had is known again', async () => {
      const guest = await bound();
      const review = await house.opened();
      await house.teams.say(guest.id, 'mine');
      expect(said(guest.id).at(-1)).toContain('does not know you');
      expect(said(guest.id).at(-1)).toContain('cannot take part');
      expect(await addressOf('platform')).toBeUndefined();
      expect(warnings().join()).toContain('is forgotten');
      await house.teams.say(house.user('platform'), 'mine');
      expect(await addressOf('platform')).toBe(house.account('platform'));
      expect((await house.review(review)).unreachable.size).toBe(0);
    });

    it.each(['installing the app', 'a roster'])('is nobody once Teams shows it by %s', async (how) => {
      const guest = await bound();
      if (how === 'a roster') {
        const { teams } = house.teams.world;
        const team = teams.get(house.team) ?? expect.fail();
        teams.set(team.id, { ...team, members: new Set([...team.members, guest.id]) });
        await house.teams.installInTeam(house.team, house.user('security'));
      } else await house.teams.install(guest.id);
      await expect.poll(() => addressOf('platform')).not.toBe(guest.aad);
    });

    it('is who they were while Teams takes its time, and nobody waits until it gives up', async () => {
      const guest = await bound();
      const hanging = house.teams.fail('member', { fault: 'hang' });
      expect((await house.teams.say(guest.id, 'mine')).status).toBe(200);
      expect(said(guest.id).at(-1)).not.toContain('does not know you');
      expect(warnings().join()).not.toContain('whether somebody is a guest');
      hanging.release();
    });

    it('is nobody from then on, also where Teams says so too late for their press', async () => {
      const guest = await bound();
      const slow = house.teams.fail('member', { fault: 'hang' });
      await house.teams.say(guest.id, 'mine');
      const closed = house.muster.close();
      slow.release();
      await closed;
      expect(await addressOf('platform')).toBeUndefined();
    });

    it('is nobody where it was found out while their press waited', async () => {
      const guest = await bound();
      const slow = house.teams.fail('member', { fault: 'hang' });
      const waits = house.teams.say(guest.id, 'mine');
      await slow.struck;
      await house.ports.directory.unlearn(house.who('platform'), guest.aad);
      expect((await waits).status).toBe(200);
      expect(said(guest.id).at(-1)).not.toContain('What waits for you');
      slow.release();
    });

    it('is nobody once they install the app, also where Teams just did not say', async () => {
      const guest = await bound();
      house.teams.fail('member', { fault: 'unavailable' });
      await house.teams.say(guest.id, 'mine');
      await house.teams.install(guest.id);
      expect(await addressOf('platform')).not.toBe(guest.aad);
    });

    it('is who they were while Teams does not say, and is asked after again a minute later; nobody else is asked after twice', async () => {
      const guest = await bound();
      house.teams.fail('member', { fault: 'unavailable' });
      await house.teams.say(guest.id, 'mine');
      expect(await addressOf('platform')).toBe(guest.aad);
      const asked = () => house.teams.calls('member').length;
      const doubtful = asked();
      await house.teams.say(guest.id, 'mine');
      expect(asked()).toBe(doubtful);
      house.clock.set(toInstant(millisecondsOf(house.clock.now()) + 60_000));
      await house.teams.say(guest.id, 'mine');
      expect(await addressOf('platform')).toBeUndefined();
      await house.teams.say(house.user('security'), 'mine');
      const before = asked();
      await house.teams.say(house.user('security'), 'mine');
      expect(asked()).toBe(before);
    });
  });
});

it('of the accounts that are ours no more are kept than there may be, however many come', () => {
  const known = ours(testClock('2026-11-23T09:00:00.000Z'));
  const name = (count: number) => `account-${count}`;
  for (let count = 0; count <= 20_000; count += 1) known.add(name(count));
  expect([0, 19_999, 20_000].map((count) => known.has(name(count)))).toEqual([false, false, true]);
});
