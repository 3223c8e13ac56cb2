/** What turns and pauses promise, in memory and on the embedded database. */
import { describe, expect, it } from 'vitest';
import { postgresConnections } from '../../../src/adapters/postgres/postgres-connections.ts';
import { postgresPacing } from '../../../src/adapters/postgres/postgres-pacing.ts';
import { toInstant } from '../../../src/domain/time/instant.ts';
import type { Connections } from '../../../src/flow/ports/connections.ts';
import type { Pacing } from '../../../src/flow/ports/pacing.ts';
import { embeddedDatabase } from '../../support/embedded-database.ts';
import { memoryConnections } from '../../support/memory-connections.ts';
import { memoryPacing } from '../../support/memory-pacing.ts';

const start = Date.parse('2026-11-23T08:00:00.000Z');
const at = (milliseconds: number) => toInstant(start + milliseconds);

function pacingContract(here: () => Pacing): void {
  it('lets a few go at once, and gives each of the others a place of their own', async () => {
    const paces = [{ key: 'a', every: 200, burst: 2 }];
    const turns = await Promise.all(['1', '2', '3', '4', '5'].map((who) => here().take(paces, at(0), who)));
    expect(turns.filter(({ go }) => go)).toHaveLength(2);
    const places = turns.flatMap((turn) => (turn.go ? [] : [turn.at]));
    expect(places.toSorted()).toEqual([at(200), at(400), at(600)]);
    const waiting = String(turns.findIndex((turn) => !turn.go && turn.at === at(600)) + 1);
    expect(await here().take(paces, at(100), waiting)).toEqual({ go: false, at: at(600) });
    expect(await here().take(paces, at(600), waiting)).toEqual({ go: true });
  });

  it('lets nobody go before their place, though it is free, and keeps no place of who went', async () => {
    const paces = [{ key: 'place', every: 200, burst: 1 }];
    const ask = (who: string, when: number) => here().take(paces, at(when), `place-${who}`);
    expect(await ask('1', 0)).toEqual({ go: true });
    expect([await ask('2', 0), await ask('3', 0)]).toEqual([
      { go: false, at: at(200) },
      { go: false, at: at(400) },
    ]);
    expect(await ask('3', 250)).toEqual({ go: false, at: at(400) });
    expect(await ask('3', 400)).toEqual({ go: true });
    const waiting = await here().waiting(at(150));
    expect([waiting.has('place-2'), waiting.has('place-3')]).toEqual([true, false]);
  });

  it('takes a turn of each pace or of none', async () => {
    const [all, own] = [
      { key: 'b', every: 200, burst: 1 },
      { key: 'b/own', every: 1_000, burst: 1 },
    ];
    expect(await here().take([all, own], at(0), 'first')).toEqual({ go: true });
    expect(await here().take([own, all], at(300), 'second')).toEqual({ go: false, at: at(1_000) });
    expect(await here().take([all], at(300), 'third')).toEqual({ go: true });
  });

  it('knows who waits for a place still to come', async () => {
    const paces = [{ key: 'c', every: 200, burst: 1 }];
    for (const who of ['c-first', 'c-second']) await here().take(paces, at(0), who);
    const waits = async (who: string, when: number) => (await here().waiting(at(when))).has(who);
    expect([await waits('c-first', 0), await waits('c-second', 0), await waits('c-second', 200)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('counts nothing for what counts nobody', async () => {
    expect(await here().take([], at(0), 'anybody')).toEqual({ go: true });
  });
}

function connectionsContract(here: () => Connections): void {
  it('remembers since when and why, until it is over', async () => {
    await here().pause('slack', 'the app was removed', at(0));
    await here().pause('slack', 'token_revoked', at(10));
    expect(await here().paused()).toEqual([{ platform: 'slack', since: at(0), why: 'the app was removed' }]);
    await here().resume('slack');
    await here().resume('slack');
    expect(await here().paused()).toEqual([]);
  });

  it('remembers who we are, for the token that was told and for no other', async () => {
    await here().remember('slack', { mark: 'a', says: 'T1' });
    await here().remember('slack', { mark: 'b', says: 'T2' });
    expect(await here().remembered('slack', 'b')).toBe('T2');
    expect(await here().remembered('slack', 'a')).toBeUndefined();
    expect(await here().remembered('teams', 'b')).toBeUndefined();
  });
}

describe('in memory', () => {
  const [pacing, connections] = [memoryPacing(), memoryConnections()];
  pacingContract(() => pacing);
  connectionsContract(() => connections);
});

describe('on the embedded database', () => {
  const database = embeddedDatabase();
  pacingContract(() => postgresPacing(database()));
  connectionsContract(() => postgresConnections(database()));
});
