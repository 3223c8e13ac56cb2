/** Starts a server and says where it listens; stops it again in the order in which nothing gets lost. */
import { type Lock, lockAndServe } from '../adapters/socket/lock-and-serve.ts';
import { serveOffice } from '../adapters/socket/serve-office.ts';
import type { Config } from '../config/config.ts';
import type { Clock } from '../flow/ports/clock.ts';
import { begin } from './begin.ts';
import { closings, orClose } from './closings.ts';
import { logOf, openHouse } from './house.ts';
import { officeOf } from './office.ts';
import { orRefused } from './or-refused.ts';

export type Server = {
  readonly url: string;
  readonly clock: Pick<Clock, 'now'>;
  close(): Promise<void>;
};

/** Resolves when people can use it. Rejects with a sentence to show when it cannot start, and leaves nothing running. */
export async function serve(config: Config): Promise<Server> {
  const started = closings();
  return orClose(started, async () => {
    const lock = await orRefused(folderLock(config));
    if (lock) started.add(lock.close);
    const house = await openHouse(config, logOf(config));
    started.add(house.close);
    const { url, close } = await begin(house);
    started.add(close);
    lock?.answerWith(serveOffice(officeOf(house)));
    house.log.info({ url, demo: config.demo }, 'Muster is ready.');
    return { url, clock: house.ports.clock, close: started.close };
  });
}

type HeldLock = Extract<Lock, { held: 'here' }>;

/** The embedded database has one holder at a time; a server's needs none. */
async function folderLock({ databaseUrl, dataDir }: Config): Promise<HeldLock | undefined> {
  if (databaseUrl) return undefined;
  const lock = await lockAndServe(dataDir, 'muster serve');
  if (lock.held === 'here') return lock;
  const who = lock.by.pid ? `process ${lock.by.pid}` : 'another process';
  throw new Error(
    `The data folder ${dataDir} is held by ${who}. Stop it first, or set MUSTER_DATA_DIR to another folder.`,
  );
}
