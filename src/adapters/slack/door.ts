/**
 * Stands before Bolt: reads the body once, and turns away what Bolt would take or leave unanswered. Bolt believes timestamps
 * of the future, and lets a payload it does not know wait for three seconds.
 */

import { parse } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';
import express, { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';

// What a form may hold with all its fields, several times over.
const most = '1mb';
// Slack's own rule for the past. Our clock may go wrong by as much the other way.
const fiveMinutes = 5 * 60;

export function door(options: {
  readonly path: string;
  readonly secret: string;
  readonly open: () => boolean;
}): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: most });
  router.post(options.path, raw, keepRaw, notFromTheFuture, readable(options.secret), onlyWhenOpen(options.open));
  return router;
}

/** Bolt verifies the very bytes that came. */
const keepRaw: RequestHandler = (request, _response, next) => {
  Object.assign(request, { rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) });
  next();
};

const notFromTheFuture: RequestHandler = (request, response, next) => {
  const stamp = Number(request.get('x-slack-request-timestamp'));
  if (stamp > Date.now() / 1000 + fiveMinutes)
    response.status(401).json({ error: 'This request is dated in the future.' });
  else next();
};

/** Of what Slack itself signed, so that nobody else learns what is known here. */
function readable(secret: string): RequestHandler {
  return (request, response, next) => {
    const body = rawOf(request);
    if (!isSigned(request, body, secret) || isKnown(body, request.get('content-type'))) next();
    else response.status(400).json({ error: 'Muster does not know this kind of request.' });
  };
}

function isSigned(request: Request, body: string, signingSecret: string): boolean {
  const signature = request.get('x-slack-signature');
  const stamp = request.get('x-slack-request-timestamp');
  if (signature === undefined || stamp === undefined) return false;
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) };
  return isValidSlackRequest({ signingSecret, body, headers });
}

function onlyWhenOpen(isOpen: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isOpen()) next();
    else response.status(503).json({ error: 'Muster is starting. Try again in a moment.' });
  };
}

function rawOf(request: Request): string {
  return 'rawBody' in request && Buffer.isBuffer(request.rawBody) ? request.rawBody.toString('utf8') : '';
}

const id = z.string().min(1);
const user = z.object({ id });
const known = z.union([
  z.object({ type: z.literal('block_actions'), user, actions: z.array(z.object({ action_id: id })).min(1) }),
  z.object({ type: z.enum(['view_submission', 'view_closed']), user, view: z.object({ id }) }),
  z.object({ command: id, user_id: id, team_id: id, channel_id: id }),
  z.object({ type: z.literal('event_callback'), event: z.object({ type: id }) }),
  z.object({ type: z.literal('url_verification'), challenge: z.string() }),
  z.object({ ssl_check: id }),
]);

function isKnown(body: string, contentType: string | undefined): boolean {
  try {
    return known.safeParse(payloadIn(body, contentType)).success;
  } catch {
    return false;
  }
}

/** The form Bolt accepts too; it answers 400 to anything else. */
function payloadIn(body: string, contentType: string | undefined): unknown {
  if (contentType !== 'application/x-www-form-urlencoded') return JSON.parse(body);
  const fields = parse(body);
  return typeof fields['payload'] === 'string' ? JSON.parse(fields['payload']) : fields;
}
