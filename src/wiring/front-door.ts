/** What listens: the web server, and behind it the chat in the browser where this is a demo. */
import { type WebServer, webServer } from '../adapters/web/web-server.ts';
import { failurePage } from '../adapters/workspace/failure-page.tsx';
import { type Workspace, workspace } from '../adapters/workspace/workspace.ts';
import { frontDesk } from '../flow/front-desk.ts';
import type { House } from './house.ts';
import { orRefused } from './or-refused.ts';
import { readiness } from './readiness.ts';

export async function frontDoor(house: House): Promise<WebServer> {
  const { config, log } = house;
  const chat = inTheBrowser(house);
  const listening = webServer({
    port: config.port,
    host: config.host,
    // The chat in the browser answers last: it holds the root.
    routers: [...house.chats, ...(chat ? [chat] : [])].flatMap(({ router }) => router ?? []),
    ready: () => readiness(house),
    log,
    ...(chat && { failurePage }),
  });
  try {
    const web = await orRefused(listening);
    // The chat first: the server waits for its open streams.
    const close = () => {
      chat?.close();
      return web.close();
    };
    return { ...web, close };
  } catch (error) {
    chat?.close();
    throw error;
  }
}

function inTheBrowser({ ports, pages, demoClock, log }: House): Workspace | undefined {
  if (!demoClock) return undefined;
  const { directory, messages, readings, store, checklists, connections } = ports;
  const desk = frontDesk(ports);
  const rows = { directory, messages, readings, store, checklists, connections };
  return workspace({ ...rows, desk, clock: demoClock, log, notifier: pages });
}
