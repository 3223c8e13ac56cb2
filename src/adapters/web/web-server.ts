/** The one HTTP server: health, readiness, limits, and whatever rooms are mounted on it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Router } from 'express';
import type { Log } from '../../flow/ports/log.ts';
import { type FailurePage, failures, nothingHere } from './failures.ts';
import { health, type Readiness } from './health.ts';
import { refuseHugeBodies } from './huge-bodies.ts';

export type WebServerOptions = {
  readonly port: number;
  readonly host: string;
  /** In this order; what none of them answers is a 404 here. */
  readonly routers: readonly Router[];
  readonly ready: () => Promise<Readiness>;
  readonly log: Pick<Log, 'error'>;
  /** Looks for failures, where a room has some to lend. */
  readonly failurePage?: FailurePage;
};

export type WebServer = {
  readonly port: number;
  readonly url: string;
  /** Takes no new requests, lets running ones end, and cuts those off that do not. */
  close(): Promise<void>;
};

/** Resolves once it listens. Port 0 takes any free one. */
export async function webServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer(webApp(options));
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://${shownHost(options.host)}:${port}`, close: () => close(server) };
}

function webApp({ routers, ready, log, failurePage }: WebServerOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(refuseHugeBodies);
  app.use(health(ready));
  for (const router of routers) app.use(router);
  app.use(nothingHere(failurePage));
  app.use(failures(log, failurePage));
  return app;
}

function listen(server: Server, { port, host }: WebServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new Error(whyNot(cause, port, host), { cause })));
    server.listen(port, host, () => resolve());
  });
}

function whyNot(cause: NodeJS.ErrnoException, port: number, host: string): string {
  if (cause.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another process. Set PORT to a free one.`;
  if (cause.code === 'EACCES') return `Port ${port} on ${host} needs rights this process lacks. Set PORT above 1023.`;
  return `Cannot listen on ${host}:${port}: ${cause.message}.`;
}

// A stream that a browser holds open would keep the process alive for ever.
const patience = 3_000;

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), patience);
    server.close((error) => {
      clearTimeout(cutOff);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}

function shownHost(host: string): string {
  if (host === '127.0.0.1' || host === '::1' || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
