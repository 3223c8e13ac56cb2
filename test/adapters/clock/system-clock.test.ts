import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { gate } from '../../support/gate.ts';

const silent = pino({ level: 'silent' });

describe('the system clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T08:00:30.500Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('says an instant with milliseconds', () => {
    expect(systemClock(silent).now()).toBe('2026-11-23T08:00:30.500Z');
  });

  test('ticks at each full minute, until it is stopped', async () => {
    const clock = systemClock(silent);
    const ticks: string[] = [];
    const stop = clock.everyMinute(async () => void ticks.push(clock.now().slice(11, 16)));
    await vi.advanceTimersByTimeAsync(150_000);
    expect(ticks).toEqual(['08:01', '08:02', '08:03']);
    await stop();
    await vi.advanceTimersByTimeAsync(150_000);
    expect(ticks).toHaveLength(3);
  });

  test('goes on ticking after a tick that failed', async () => {
    const clock = systemClock(silent);
    let ticks = 0;
    const stop = clock.everyMinute(async () => {
      ticks += 1;
      throw new Error('On purpose.');
    });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(ticks).toBe(2);
    await stop();
  });

  test('waits for a tick that takes longer than a minute', async () => {
    const clock = systemClock(silent);
    let begun = 0;
    const held = gate();
    const stop = clock.everyMinute(() => {
      begun += 1;
      return held.passed;
    });
    await vi.advanceTimersByTimeAsync(180_000);
    expect(begun).toBe(1);
    held.open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toBe(2);
    await stop();
  });
});
