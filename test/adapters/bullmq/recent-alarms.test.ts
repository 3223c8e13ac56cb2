/** The same alarm is set once for all who set it together, and again for whoever comes after it may have rung. */
import { expect, it } from 'vitest';
import { recentAlarms } from '../../../src/adapters/bullmq/recent-alarms.ts';
import type { Alarm } from '../../../src/flow/ports/alarms.ts';
import { testClock } from '../../support/test-clock.ts';

const at = (second: number) => `2026-11-23T08:30:${String(second).padStart(2, '0')}.000Z`;
const alarm = (second: number): Alarm => ({ look: 'review', id: 'r1', at: at(second) });

function counted() {
  const clock = testClock(at(10));
  const recent = recentAlarms(clock);
  let times = 0;
  const set = async () => {
    times += 1;
  };
  return { clock, once: (one: Alarm) => recent.once(one, set), times: () => times };
}

it('that is due is set once for two at one moment, and anew for who comes later', async () => {
  const { once, times } = counted();
  await Promise.all([once(alarm(9)), once(alarm(9)), once(alarm(8))]);
  expect(times()).toBe(2);
  await once(alarm(9));
  expect(times()).toBe(3);
});

it('that comes in a moment is set once until then, and one far off each time', async () => {
  const { clock, once, times } = counted();
  await once(alarm(11));
  await once(alarm(11));
  expect(times()).toBe(1);
  await once(alarm(40));
  await once(alarm(40));
  expect(times()).toBe(3);
  clock.set(at(11));
  await once(alarm(11));
  expect(times()).toBe(4);
});

it('that could not be set is set again', async () => {
  const recent = recentAlarms(testClock(at(10)));
  const away = () => Promise.reject(new Error('The queue is away.'));
  await expect(recent.once(alarm(11), away)).rejects.toThrow('away');
  await expect(recent.once(alarm(11), async () => undefined)).resolves.toBeUndefined();
});
