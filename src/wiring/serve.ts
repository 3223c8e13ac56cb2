/** Starts a server and says where it listens; stops it again in the order in which nothing gets lost. */
import { pruneOnce } from '../adapters/postgres/once.ts';
import { type Lock, lockAndServe } from '../adapters/socket/lock-and-serve.ts';
import { type WebServer, webServer } from '../adapters/web/web-server.ts';
import { failurePage } from '../adapters/workspace/failure-page.tsx';
import { type Workspace, workspace } from '../adapters/workspace/workspace.ts';
import { serveOffice } from '../cli/serve-office.ts';
import type { Config } from '../config/config.ts';
import { frontDesk } from '../flow/front-desk.ts';
import { ring } from '../flow/ring.ts';
import { deliverDue, sweep } from '../flow/sweep.ts';
import { beginDemo } from './demo.ts';
import { type House, logOf, openHouse } from './house.ts';
import { officeOf } from './office.ts';
import { readiness } from './readiness.ts';

export type Server = { readonly url: string; close(): Promise<void> };

/** Resolves when people can use it. Rejects with a sentence to show when it cannot start. */
export async function serve(config: Config): Promise<Server> {
  const lock = await folderLock(config);
  try {
    const house = await openHouse(config, logOf(config));
    try {
      return await begin(house, lock);
    } catch (error) {
      await house.close();
      throw error;
    }
  } catch (error) {
    await lock?.close();
    throw error;
  }
}

type HeldLock = Extract<Lock, { held: 'here' }>;

async function begin(house: House, lock: HeldLock | undefined): Promise<Server> {
  const { config, ports, log } = house;
  const chat = inTheBrowser(house);
  const web = await webServer({
    port: config.port,
    host: config.host,
    routers: chat ? [chat.router] : [],
    ready: () => readiness(house),
    log,
    ...(chat && { failurePage }),
  });
  await ports.alarms.start((alarm) => ring(ports, alarm));
  const stopTicking = ports.clock.everyMinute(async () => {
    await sweep(ports);
    if (config.demo) await deliverDue(ports);
    await pruneOnce(house.database);
  });
  await beginDemo(house);
  await sweep(ports);
  lock?.answerWith(serveOffice(officeOf(house)));
  log.info({ url: web.url, demo: config.demo }, 'Muster is ready.');
  return { url: web.url, close: () => end({ house, web, chat, lock, stopTicking }) };
}

function inTheBrowser({ ports, pages, demoClock, log }: House): Workspace | undefined {
  if (!demoClock) return undefined;
  const { directory, messages, readings, store, checklists } = ports;
  const desk = frontDesk(ports);
  return workspace({ desk, directory, messages, readings, store, checklists, clock: demoClock, log, notifier: pages });
}

/** First nobody gets in, then nothing new begins, then what runs comes to its end, then the records close. */
async function end(running: {
  house: House;
  web: WebServer;
  chat: Workspace | undefined;
  lock: HeldLock | undefined;
  stopTicking: () => void;
}): Promise<void> {
  running.stopTicking();
  running.chat?.close();
  await running.web.close();
  await running.house.close();
  await running.lock?.close();
}

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
