/** What is known of who is in the teams: all of it or nothing, and never more than one reading at a time. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Member } from '../../../src/adapters/teams/connector.ts';
import { rosters } from '../../../src/adapters/teams/rosters.ts';
import { DeliveryFailed } from '../../../src/flow/ports/messenger.ts';
import { refusals } from '../../support/teams/answer.ts';
import type { Misfortune } from '../../support/teams/faults.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

describe('a team’s roster', () => {
  let house: TeamsHouse;
  afterEach(() => house.close());

  const statusOf = async (key: string) =>
    (await house.ports.readings.ledger({ contact: house.who(key) })).map(({ status }) => status);
  const unreachable = async () => {
    const [row] = await house.ports.readings.reviews();
    return [...(await house.review(row?.id ?? '')).unreachable.keys()];
  };
  async function inTheTeamOnly() {
    house = await teamsHouse({ bare: true });
    for (const key of ['platform', 'security', 'sre', 'dev', 'compliance'])
      house.teams.installSilently(house.user(key));
    const place = { tenant: house.teams.tenant, serviceUrl: house.teams.serviceUrl, type: 'channel' } as const;
    // As a replica finds it that was not there when the team let us in.
    const { teams, members } = { teams: house.teams.world.teams, members: house.teams.world.people };
    const team = teams.get(house.team) ?? expect.fail();
    teams.set(team.id, { ...team, installed: true, members: new Set(members.keys()) });
    await house.conversations.learn({ ...place, id: house.channel, team: house.team });
  }

  it.each<[string, Misfortune]>([
    ['asks to wait', { fault: 'rate limit', seconds: 1 }],
    ['answers with an error', { fault: 'unavailable' }],
    ['is cut off', { fault: 'reset' }],
  ])('that %s makes nobody unreachable: it is asked for again', async (_, misfortune) => {
    await inTheTeamOnly();
    house.teams.fail('paged members', misfortune);
    await house.opened('2026-11-23T12:00:00.000Z');
    expect(await statusOf('platform')).toEqual(['sent']);
    expect(await unreachable()).toEqual([]);
  });

  it('that is no longer ours to read is nobody’s', async () => {
    await inTheTeamOnly();
    house.teams.fail('paged members', refusals.notInRoster, { times: 100 });
    await house.opened('2026-11-23T12:00:00.000Z');
    expect(await unreachable()).toContain(house.who('platform'));
  });
});

describe('reading rosters', () => {
  const place = { id: '19:a', team: '19:a', tenant: 't', serviceUrl: 'https://x/', type: 'channel' } as const;
  const log = { warn: () => undefined };
  const somebody: Member = { id: '29:a', account: 'a', names: [], guest: false };

  it('that failed is not remembered, whoever failed', async () => {
    const failures: unknown[] = [new DeliveryFailed('uncertain', 'Teams is away'), new Error('The database is away.')];
    const roster = async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return [somebody];
    };
    const known = rosters({ connector: { roster }, conversations: { ofTeams: async () => [place] }, log });
    await expect(known.everybody()).rejects.toThrow('Teams is away');
    await expect(known.everybody()).rejects.toThrow('The database is away.');
    expect(await known.everybody()).toEqual([somebody]);
  });

  it('is done again once it is ten minutes old, and not before', async () => {
    let [now, reads] = [0, 0];
    const roster = async () => {
      reads += 1;
      return [somebody];
    };
    const known = rosters({ connector: { roster }, conversations: { ofTeams: async () => [place] }, log }, () => now);
    const readsAt = async (minutes: number) => {
      now = minutes * 60_000;
      await known.everybody();
      return reads;
    };
    expect([await readsAt(0), await readsAt(9), await readsAt(10), await readsAt(19)]).toEqual([1, 1, 2, 2]);
  });

  it('is done by one at a time, and once for all who came and went meanwhile', async () => {
    const begun: (() => void)[] = [];
    const roster = () => new Promise<readonly Member[]>((resolve) => begun.push(() => resolve([somebody])));
    const known = rosters({ connector: { roster }, conversations: { ofTeams: async () => [place] }, log });
    const reads = Array.from({ length: 10 }, () => {
      known.changed();
      return known.everybody();
    });
    await expect.poll(() => begun.length).toBe(1);
    known.changed();
    const later = [known.everybody(), known.everybody()];
    known.changed();
    later.push(known.everybody());
    begun[0]?.();
    await Promise.all(reads);
    await expect.poll(() => begun.length).toBe(2);
    begun[1]?.();
    await Promise.all(later);
    expect(begun).toHaveLength(2);
  });
});
