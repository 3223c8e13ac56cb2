/**
 * Slack's requests over HTTP, on the one server. Bolt's own receiver would read, verify and parse each a second time, takes
 * timestamps of the future, and lets a payload it does not know wait for three seconds.
 */
import { type App, HTTPResponseAck, HTTPModuleFunctions as http, type Receiver } from '@slack/bolt';
import express, { type Request, type Response, Router } from 'express';
import type { Log } from '../../flow/ports/log.ts';
import { seldom } from '../../flow/seldom.ts';
import { silent } from './clients.ts';
import { admit } from './door.ts';
import { statusOf, tellOf } from './request-failures.ts';

export const path = '/slack/events';
// What a form may hold with all its fields, several times over.
const most = '1mb';

export type HttpOptions = {
  readonly signingSecret: string;
  readonly log: Log;
  readonly isOpen: () => boolean;
  /** Slack reached us: this request bore its signature. */
  readonly reached: () => void;
};

export function httpReceiver(options: HttpOptions): { readonly receiver: Receiver; readonly router: Router } {
  let bolt: App | undefined;
  const warn = seldom(options.log);
  const router = Router();
  router.post(path, express.raw({ type: () => true, limit: most }), async (request, response) => {
    const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const admitted = admit(request.headers, body, options.signingSecret);
    if ('status' in admitted) {
      const { status, error, why } = admitted;
      if (why !== undefined) warn(why);
      response.status(status).json({ error });
      return;
    }
    options.reached();
    if ('ssl_check' in admitted.payload) {
      response.end();
    } else if (admitted.payload['type'] === 'url_verification') {
      response.json({ challenge: admitted.payload['challenge'] });
    } else if (!bolt || !options.isOpen()) {
      response.status(503).json({ error: 'Muster is starting. Try again in a moment.' });
    } else {
      await process(bolt, { request, response, payload: admitted.payload }, options.log);
    }
  });
  const receiver: Receiver = {
    init: (app) => {
      bolt = app;
    },
    // The one server listens for us.
    start: async () => undefined,
    stop: async () => undefined,
  };
  return { receiver, router };
}

type Exchange = {
  readonly request: Request;
  readonly response: Response;
  readonly payload: Readonly<Record<string, unknown>>;
};

async function process(bolt: App, { request, response, payload }: Exchange, log: Log): Promise<void> {
  const ack = new HTTPResponseAck({
    logger: silent,
    processBeforeResponse: false,
    httpRequest: request,
    httpRequestBody: payload,
    httpResponse: response,
    unhandledRequestHandler: () => {
      log.warn({}, 'A request from Slack was not acknowledged within three seconds.');
      if (!response.headersSent) response.writeHead(503).end();
    },
  });
  const num = http.extractRetryNumFromHTTPRequest(request);
  const reason = http.extractRetryReasonFromHTTPRequest(request);
  const retry = { ...(num !== undefined && { retryNum: num }), ...(reason !== undefined && { retryReason: reason }) };
  try {
    await bolt.processEvent({ body: payload, ack: ack.bind(), ...retry });
  } catch (error) {
    ack.ack();
    const failure = error instanceof Error ? error : new Error(String(error));
    tellOf(failure, log);
    // Slack then tells the person that it did not work, and keeps an open form as it is.
    if (!response.headersSent) response.writeHead(statusOf(failure)).end();
  }
}
