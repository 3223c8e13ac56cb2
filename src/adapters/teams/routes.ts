/** The one address Teams calls. What is broken, foreign or too large is turned away with its status and a sentence. */
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { seldom } from '../../flow/seldom.ts';
import { type Activity, activitySchema, type Incoming, incoming } from './incoming.ts';
import type { Kit } from './kit.ts';
import { isTooDeep } from './nested.ts';
import { onlyFromTools } from './open-door.ts';
import { isTrusted } from './service-url.ts';
import type { InvokeAnswer, Transport } from './transport.ts';
import { Turned } from './turned.ts';

export type Handling = (incoming: Incoming) => Promise<InvokeAnswer | undefined>;

export const endpoint = '/api/messages';

/** `handling` is there once Muster has begun to listen. */
export function routes(kit: Kit, { authenticate }: Transport, handling: () => Handling | undefined): Router {
  const router = Router();
  const warn = seldom(kit.log);
  const body = express.raw({ type: () => true, limit: '1mb' });
  router.post(endpoint, limited(body), async (request, response) => {
    await answering({ response, warn }, async () => {
      onlyFromTools(kit.access, request.headers);
      const activity = parsed(request, kit);
      listening(handling);
      await authenticate(request.headers.authorization ?? '', activity);
      return listening(handling)(admitted(kit, activity));
    });
  });
  router.all(endpoint, (_request, response) => {
    response.set('Allow', 'POST');
    turn(response, new Turned(405, 'This address takes only POST.'));
  });
  return router;
}

function listening(handling: () => Handling | undefined): Handling {
  const handle = handling();
  if (!handle) throw new Turned(503, 'Muster is just starting or ending. Try again in a moment.');
  return handle;
}

type Exchange = { readonly response: Response; readonly warn: (sentence: string) => void };

async function answering({ response, warn }: Exchange, work: () => Promise<InvokeAnswer | undefined>): Promise<void> {
  try {
    const answer = await work();
    response.status(answer?.status ?? 200);
    // As it is: Express would compute a tag of every card, and nobody asks for one again by it.
    if (answer) response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(answer?.json);
  } catch (error) {
    if (!(error instanceof Turned)) throw error;
    // Were it Teams after all, a setting is wrong, and nobody else would say so.
    if (mayBeOurs.has(error.status)) warn(`A request to ${endpoint} was answered ${error.status}: ${error.message}`);
    turn(response, error);
  }
}

const mayBeOurs: ReadonlySet<number> = new Set([401, 403, 503]);

function turn(response: Response, { status, message }: Turned): void {
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  response.status(status).set('Cache-Control', 'no-store').json({ error: message });
}

/** A body that is cut off, too large or strangely packed is the sender's matter too. */
function limited(parse: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const then = (error?: unknown) => {
      if (error === undefined) next();
      else if (tooLarge(error)) turn(response, new Turned(413, 'This is more than one megabyte.'));
      else turn(response, new Turned(400, 'This request cannot be read.'));
    };
    void parse(request, response, then);
  };
}

function tooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}

function parsed(request: Request, { access }: Kit): Activity {
  const body = json(request.body);
  const read = activitySchema.safeParse(body);
  if (!read.success || isTooDeep(body)) throw new Turned(400, 'This is no activity of Teams.');
  // Before its token is looked at: the SDK verifies other channels in other ways.
  if (access.door !== 'open on loopback' && read.data.channelId !== 'msteams') {
    throw new Turned(403, 'Muster speaks with Microsoft Teams only.');
  }
  return read.data;
}

function json(body: unknown): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    return undefined;
  }
}

/** Asked after the token was: whether it is our organisation, and an address Microsoft answers at. */
function admitted({ access, tenantId }: Kit, activity: Activity): Incoming {
  const read = incoming(activity);
  if (read.tenant !== tenantId) throw new Turned(403, 'Muster works for another organisation.');
  if (!isTrusted(read.serviceUrl, access)) throw new Turned(403, 'This service address is not one of Microsoft’s.');
  return read;
}
