import { type AlarmsWorld, alarmsContract } from '../../support/alarms-contract.ts';
import { type AlarmShelf, type MemoryAlarms, memoryAlarms } from '../../support/memory-alarms.ts';
import { testClock } from '../../support/test-clock.ts';

alarmsContract('the stand-in', async () => {
  const shelf: AlarmShelf = new Map();
  const clock = testClock('2026-11-23T08:00:00.000Z');
  const opened: MemoryAlarms[] = [];
  return {
    clock,
    attempts: 8,
    async open() {
      const alarms = memoryAlarms({ clock, shelf });
      opened.push(alarms);
      return alarms;
    },
    async reach(instant) {
      const open = [];
      for (const alarms of opened) if (await alarms.healthy()) open.push(alarms);
      await Promise.all(open.map((alarms) => alarms.ringUntil(instant)));
    },
    wipe: async () => shelf.clear(),
    end: async () => {},
  } satisfies AlarmsWorld;
});
