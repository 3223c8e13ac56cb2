/** Runs one tick at a time, over and over. A tick that fails is told in the log and stops nothing. */
import type { Logger } from 'pino';

export type Heartbeat = {
  /** Ticks, unless the tick before still runs: that one will have seen to whatever is due. */
  beat(): Promise<void>;
  /** Ticks after this call, be it after the tick that still runs: that one has read the time already. */
  beatAnew(): Promise<void>;
  /** Ticks no more. Resolves when the tick that still runs has ended. */
  stop(): Promise<void>;
};

export function heartbeat(tick: () => Promise<void>, log: Logger): Heartbeat {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let stopped = false;

  const begin = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    running = run(tick, log).finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    beat: () => running ?? begin(),
    beatAnew() {
      if (!running) return begin();
      next ??= running.then(() => {
        next = undefined;
        return begin();
      });
      return next;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

async function run(tick: () => Promise<void>, log: Logger): Promise<void> {
  try {
    await tick();
  } catch (error) {
    log.error({ err: error }, 'A tick failed; the next one is a minute away.');
  }
}
