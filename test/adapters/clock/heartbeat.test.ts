import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { heartbeat } from '../../../src/adapters/clock/heartbeat.ts';
import { gate } from '../../support/gate.ts';

const silent = pino({ level: 'silent' });

describe('a heart', () => {
  test('does not begin a second tick while one runs', async () => {
    const ticks = held();
    const heart = heartbeat(ticks.tick, silent);
    const first = heart.beat();
    const second = heart.beat();
    expect(ticks.begun()).toBe(1);
    ticks.release();
    await Promise.all([first, second]);
    await heart.beat();
    expect(ticks.begun()).toBe(2);
  });

  test('ticks once more after the one that runs, however many ask', async () => {
    const ticks = held();
    const heart = heartbeat(ticks.tick, silent);
    const running = heart.beat();
    const anew = [heart.beatAnew(), heart.beatAnew()];
    expect(ticks.begun()).toBe(1);
    ticks.release();
    await Promise.all([running, ...anew]);
    expect(ticks.begun()).toBe(2);
  });

  test('stopped ticks no more, and has stopped when the tick that ran has ended', async () => {
    const ticks = held();
    const heart = heartbeat(ticks.tick, silent);
    const running = heart.beat();
    const anew = heart.beatAnew();
    let stopped = false;
    const stop = heart.stop().then(() => {
      stopped = true;
    });
    await Promise.resolve();
    expect(stopped).toBe(false);
    ticks.release();
    await Promise.all([running, anew, stop, heart.beat()]);
    expect(ticks.begun()).toBe(1);
  });

  test('goes on after a tick that failed, and says so', async () => {
    const said: string[] = [];
    const log = pino({}, { write: (line: string) => said.push(line) });
    let ticks = 0;
    const heart = heartbeat(async () => {
      ticks += 1;
      if (ticks === 1) throw new Error('The database is gone.');
    }, log);
    await heart.beat();
    await heart.beat();
    expect(ticks).toBe(2);
    expect(said).toEqual([expect.stringContaining('The database is gone.')]);
  });
});

/** Ticks that run until they are released; from then on they end at once. */
function held() {
  let begun = 0;
  const { passed, open } = gate();
  return {
    begun: () => begun,
    release: open,
    tick: () => {
      begun += 1;
      return passed;
    },
  };
}
