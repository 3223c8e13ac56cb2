import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type DemoClockRow, demoClock } from '../../../src/adapters/clock/demo-clock.ts';
import { gate } from '../../support/gate.ts';
import { testClock } from '../../support/test-clock.ts';

const silent = pino({ level: 'silent' });
const start = '2026-11-23T08:00:00.000Z';
const nextWeek = '2026-11-30T08:00:00.000Z';

describe("the demo's clock", () => {
  test('runs as fast as any other, ahead by what stands in the database', async () => {
    const real = testClock(start);
    const clock = await demoClock(memoryRow(60_000), silent, real);
    expect(clock.now()).toBe('2026-11-23T08:01:00.000Z');
    real.set('2026-11-23T08:00:10.000Z');
    expect(clock.now()).toBe('2026-11-23T08:01:10.000Z');
  });

  test('is set forward, and everything that ticks has ticked at the new time', async () => {
    const clock = await demoClock(memoryRow(), silent, testClock(start));
    const ticks: string[] = [];
    clock.everyMinute(async () => void ticks.push(clock.now()));
    await clock.moveTo(nextWeek);
    expect(clock.now()).toBe(nextWeek);
    expect(ticks).toEqual([nextWeek]);
  });

  test('never goes back', async () => {
    const clock = await demoClock(memoryRow(), silent, testClock(start));
    await clock.moveTo(nextWeek);
    await clock.moveTo(start);
    expect(clock.now()).toBe(nextWeek);
  });

  test('goes no further when two people skip to the same time', async () => {
    const clock = await demoClock(memoryRow(), silent, testClock(start));
    await Promise.all([clock.moveTo(nextWeek), clock.moveTo(nextWeek)]);
    expect(clock.now()).toBe(nextWeek);
  });

  test('goes no further when two processes skip to the same time at once', async () => {
    const row = memoryRow();
    const [one, other] = [
      await demoClock(row, silent, testClock(start)),
      await demoClock(row, silent, testClock(start)),
    ];
    await Promise.all([one.moveTo(nextWeek), other.moveTo(nextWeek)]);
    expect([one.now(), other.now()]).toEqual([nextWeek, nextWeek]);
  });

  test('moved by one process is learnt by the others at their next tick, and in time before their own move', async () => {
    const row = memoryRow();
    const real = testClock(start);
    const one = await demoClock(row, silent, real);
    const other = await demoClock(row, silent, real);
    const ticks: string[] = [];
    other.everyMinute(async () => void ticks.push(other.now()));
    await one.moveTo(nextWeek);
    expect(other.now()).toBe(start);
    await real.tick();
    expect(ticks).toEqual([nextWeek]);
    const third = await demoClock(memoryRow(), silent, real);
    await third.moveTo(nextWeek);
    expect(third.now()).toBe(nextWeek);
  });

  test('stands where it stood after a restart', async () => {
    const row = memoryRow();
    await (await demoClock(row, silent, testClock(start))).moveTo(nextWeek);
    expect((await demoClock(row, silent, testClock(start))).now()).toBe(nextWeek);
  });

  test('moved while a tick runs ticks again, at the new time', async () => {
    const real = testClock(start);
    const clock = await demoClock(memoryRow(), silent, real);
    const held = gate();
    const ticks: string[] = [];
    clock.everyMinute(() => {
      ticks.push(clock.now());
      return held.passed;
    });
    const minute = real.tick();
    await Promise.resolve();
    const moved = clock.moveTo(nextWeek);
    held.open();
    await Promise.all([minute, moved]);
    expect(ticks).toEqual([start, nextWeek]);
  });

  test('says so when the database does not take the move, and can be moved after', async () => {
    const row = memoryRow();
    const clock = await demoClock(row, silent, testClock(start));
    row.gone = true;
    await expect(clock.moveTo(nextWeek)).rejects.toThrow('gone');
    row.gone = false;
    await clock.moveTo(nextWeek);
    expect(clock.now()).toBe(nextWeek);
  });

  test('stopped ticks no more', async () => {
    const clock = await demoClock(memoryRow(), silent, testClock(start));
    let ticks = 0;
    const stop = clock.everyMinute(async () => {
      ticks += 1;
    });
    await stop();
    await clock.moveTo(nextWeek);
    expect(ticks).toBe(0);
  });
});

describe("stopping the demo's clock", () => {
  test.each(['the minute', 'a move'])('waits for the tick that %s set going', async (by) => {
    const real = testClock(start);
    const clock = await demoClock(memoryRow(), silent, real);
    const held = gate();
    const begun = gate();
    const told: string[] = [];
    const stop = clock.everyMinute(async () => {
      begun.open();
      await held.passed;
      told.push('ticked');
    });
    const ticking = by === 'a move' ? clock.moveTo(nextWeek) : real.tick();
    await begun.passed;
    const stopped = stop().then(() => told.push('stopped'));
    held.open();
    await Promise.all([ticking, stopped]);
    expect(told).toEqual(['ticked', 'stopped']);
  });
});

function memoryRow(already = 0) {
  let ahead = already;
  const row = {
    gone: false as boolean,
    async read() {
      if (row.gone) throw new Error('The database is gone.');
      return ahead;
    },
    async moveTo(milliseconds: number) {
      if (row.gone) throw new Error('The database is gone.');
      ahead = Math.max(ahead, milliseconds);
      return ahead;
    },
  } satisfies DemoClockRow & { gone: boolean };
  return row;
}
