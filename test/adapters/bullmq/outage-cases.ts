/** The queue's server dies and comes back. Nothing hangs for ever, nothing ends the process, and it mends itself. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Alarm, AlarmNotSet } from '../../../src/flow/ports/alarms.ts';
import { gate } from '../../support/gate.ts';
import { type Ear, hearing } from '../../support/hearing.ts';
import type { QueueWorld } from './queue-world.ts';

type Mortal = QueueWorld & { readonly server: { kill(): Promise<void>; start(): Promise<void> } };

export function outageCases(of: string, make: () => Promise<Mortal>): void {
  describe(`when ${of} is gone`, () => {
    let world: Mortal;
    let ear: Ear;
    beforeEach(async () => {
      world = await make();
      ear = hearing();
    });
    afterEach(() => world.end());
    const now = (id: string): Alarm => ({ look: 'review', id, at: world.clock.now() });

    test('setting fails with a known error, and all is well again when it is back', async () => {
      const alarms = await world.open();
      await alarms.start(ear.ring);
      const before = now('before');
      await alarms.set(before);
      await ear.heard(before);
      await world.server.kill();
      await expect(alarms.set(now('meanwhile'))).rejects.toBeInstanceOf(AlarmNotSet);
      expect(await alarms.healthy()).toBe(false);
      await world.server.start();
      const after = now('after');
      await ear.meanwhile(after, 1, () => alarms.set(after).catch(() => {}));
      expect(await alarms.healthy()).toBe(true);
      // An outage of hours must not fill a disk.
      expect(world.said.length).toBeLessThan(10);
      expect(world.said.map(({ msg }) => msg)).toContain('The queue can be reached again.');
    });

    test('a handler that was running ends, and closing does too', async () => {
      const alarms = await world.open({ drainTime: 500 });
      const work = gate();
      await alarms.start(async (alarm) => {
        await ear.ring(alarm);
        await work.passed;
      });
      const alarm = now('caught');
      await alarms.set(alarm);
      await ear.heard(alarm);
      await world.server.kill();
      work.open();
      await alarms.close();
    });
  });
}
