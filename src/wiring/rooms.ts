/** The rooms as a terminal command is given them, wired once for `main` and for `cli`. */
import { cronCadences } from '../adapters/clock/cron-cadences.ts';
import type { Rooms } from '../cli/rooms.ts';
import type { Config } from '../config/config.ts';
import { environment } from '../config.ts';
import { toInstant } from '../domain/time/instant.ts';
import { greeting } from './greeting.ts';
import { logOf, openHouse } from './house.ts';
import { officeOf } from './office.ts';
import { serve } from './serve.ts';

export function rooms(): Rooms {
  return {
    env: environment(),
    cadences: cronCadences(),
    async openOffice(config) {
      // What a person at a terminal reads is the answer; only trouble is worth a line of log beside it.
      const logLevel = ['info', 'warn'].includes(config.logLevel) ? 'error' : config.logLevel;
      const house = await openHouse(config, logOf({ logLevel }));
      return { office: officeOf(house), close: house.close };
    },
    serve: runUntilStopped,
  };
}

/** Resolves with the exit code after SIGINT or SIGTERM; a second one does not wait. */
async function runUntilStopped(config: Config): Promise<number> {
  const server = await serve(config);
  const really = toInstant(Date.now());
  process.stdout.write(greeting(config, { url: server.url, now: server.clock.now(), really }));
  const log = logOf(config);
  // No input, however broken, ends the process: a promise nobody waited for is a bug to be told, and nothing more.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'A failure nobody was waiting for.'));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  process.once('SIGINT', () => process.exit(130));
  await server.close();
  return 0;
}
