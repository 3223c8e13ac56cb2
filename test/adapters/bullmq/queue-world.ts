/** A queue as the alarms' contract wants it: whatever it stands on, it rings by itself. */
import { pino } from 'pino';
import { type AlarmOptions, bullmqAlarms, type QueueSettings } from '../../../src/adapters/bullmq/bullmq-alarms.ts';
import type { Alarms } from '../../../src/flow/ports/alarms.ts';
import type { AlarmsWorld } from '../../support/alarms-contract.ts';
import { testClock } from '../../support/test-clock.ts';

type Said = { readonly level: number; readonly msg: string };
export type QueueWorld = AlarmsWorld & {
  open(options?: Partial<AlarmOptions>): Promise<Alarms>;
  /** Every line logged at info or above, oldest first. */
  readonly said: readonly Said[];
  readonly settings: QueueSettings;
};

export function queueWorld(ground: {
  settings: QueueSettings;
  wipe: () => Promise<void>;
  clearUp: () => Promise<void>;
}): QueueWorld {
  const clock = testClock('2026-11-23T08:00:00.000Z');
  const opened: Alarms[] = [];
  const said: Said[] = [];
  const log = pino({}, { write: (line: string) => said.push(JSON.parse(line)) });
  return {
    clock,
    attempts: 3,
    said,
    settings: ground.settings,
    async open(options: Partial<AlarmOptions> = {}) {
      const retries = { attempts: 3, firstPause: 10 };
      const alarms = await bullmqAlarms(ground.settings, { clock, log, retries, ...options });
      opened.push(alarms);
      return alarms;
    },
    reach: async () => {},
    wipe: ground.wipe,
    async end() {
      await Promise.all(opened.map((alarms) => alarms.close()));
      await ground.clearUp();
    },
  };
}
